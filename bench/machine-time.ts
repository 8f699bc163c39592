import { readFileSync } from 'node:fs'

export interface MachineTime {
  /** Time that the host gave to other machines while this one had work. */
  readonly steal: number
  /** Work of every process. */
  readonly busy: number
  readonly total: number
}

/** Sums over all processors since the start of the machine, from the first line of /proc/stat. */
export const readMachineTime = (stat = readFileSync('/proc/stat', 'utf8')): MachineTime => {
  // user nice system idle iowait irq softirq steal; guest time is part of user time.
  const fields = (/^cpu +(.*)$/m.exec(stat)?.[1] ?? '').split(' ').slice(0, 8).map(Number)
  const [, , , idle = 0, waiting = 0, , , steal = 0] = fields
  const total = fields.reduce((sum, value) => sum + value, 0)
  return { steal, busy: total - idle - waiting - steal, total }
}

/** Percent of the machine's time between two moments. */
export const stealBetween = (before: MachineTime, after: MachineTime): number =>
  after.total > before.total ? ((after.steal - before.steal) / (after.total - before.total)) * 100 : 0
