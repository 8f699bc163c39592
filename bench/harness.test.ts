import { spawn } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { describeValues, meanCalibration, standardFactor, standardMillis } from './calibration.ts'
import { CpuMeter, processTree } from './cpu-time.ts'
import { compare } from './harness.ts'
import { verdictOf, worstOf } from './goal.ts'
import { readMachineTime, stealBetween } from './machine-time.ts'
import { median, quantile } from './statistics.ts'
import { fullWarmUp, needsMoreWarmUp } from './warm-up.ts'
import { reportOf } from './write-report.ts'

test('runs every round of every candidate, alternating, with the requested number of loops', async () => {
  const workers = new Set<number>()
  const settled: string[] = []
  const candidate = (name: string) => ({
    run: async (worker: number) => {
      workers.add(worker)
      await new Promise((resolve) => setTimeout(resolve, 1))
    },
    settle: async () => void settled.push(name),
  })
  const measured = await compare(
    { one: candidate('one'), other: candidate('other') },
    { concurrency: 3, repeats: 2, milliseconds: 10, countsThisProcess: true },
  )
  // The warm-up, then a round of each in any order, then in the opposite one.
  expect(settled.slice(0, 2)).toEqual(['one', 'other'])
  expect(settled.slice(2, 4).toSorted()).toEqual(['one', 'other'])
  expect(settled.slice(4)).toEqual(settled.slice(2, 4).toReversed())
  expect([...workers].sort()).toEqual([0, 1, 2])
  expect(measured.one.cpuOfRounds).toHaveLength(2)
})

test('the CPU time of another process includes that of its child processes', async () => {
  const parent = spawn('sh', ['-c', 'sh -c "while :; do :; done" & wait'])
  const root = parent.pid ?? 0
  const meter = new CpuMeter(() => [root], false)
  const alone = new CpuMeter(() => [], false)
  meter.start()
  alone.start()
  try {
    // The shell itself only waits: the counted time is its child's.
    await vi.waitFor(() => expect(processTree(root).length).toBeGreaterThan(1), 5_000)
    await vi.waitFor(() => expect(meter.read()).toBeGreaterThan(10_000), 10_000)
    expect(alone.read()).toBe(0)
  } finally {
    for (const id of processTree(root).toReversed()) process.kill(id, 'SIGKILL')
  }
})

test('a goal is met at its gate and missed below it, and several gates are met only together', () => {
  expect(verdictOf(0.75, { gate: 0.75, stretch: 0.9, is: 'at least' })).toBe('met')
  expect(verdictOf(0.9, { gate: 0.75, stretch: 0.9, is: 'at least' })).toBe('met, stretch too')
  expect(verdictOf(0.749, { gate: 0.75, is: 'at least' })).toBe('missed')
  expect(verdictOf(50.1, { gate: 50, is: 'at most' })).toBe('missed')
  expect(verdictOf(Number.NaN, { gate: 50, is: 'at most' })).toBe('missed')
  expect(worstOf(['met, stretch too', 'met'])).toBe('met')
  expect(worstOf(['met', 'missed', 'met, stretch too'])).toBe('missed')
})

test('a median is in the middle and a quantile at its share', () => {
  expect(median([5, 1, 3])).toBe(3)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(quantile([1, 2, 3, 4], 0.99)).toBe(4)
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(3)
})

test('a missed goal is shown as missed and not counted as met', () => {
  const finding = { goal: '0', what: 'a | b', gate: '1', stretch: '-', measured: '2', how: 'So.' } as const
  const report = reportOf([
    {
      name: 'x',
      load: { before: 4, after: 5 },
      findings: [
        { ...finding, verdict: 'missed' },
        { ...finding, verdict: 'met' },
        { ...finding, verdict: 'no gate' },
      ],
    },
  ])
  expect(report).toContain('1 of 2 gates are met')
  expect(report).toContain('**missed**')
  expect(report).toContain('a \\| b')
  expect(report).toContain('shared while 1 of 1 goals')
})

test('a goal shows its calibration and the steal of the machine, and one that was recorded without shows none', () => {
  const finding = { goal: '0', what: 'w', gate: '1', stretch: '-', measured: '2', verdict: 'met', how: 'So.' } as const
  const goal = { load: { before: 0.1, after: 1.2 }, findings: [finding] }
  const calibrations = [
    { request: 13.5, hash: 0.5 },
    { request: 27, hash: 0.5 },
  ]
  const report = reportOf([
    { name: 'x', ...goal, calibrations, steal: 12.34 },
    { name: 'y', ...goal },
  ])
  expect(report).toContain('| met | 13.5 to 27.0 µs | 0.50 µs | 12.3 % | 0.1 to 1.2 |')
  expect(report).toContain('| met | - | - | - | 0.1 to 1.2 |')
})

test('a cost is stated as on the machine where a raw request takes 13.5 µs', () => {
  expect(standardFactor({ request: 27, hash: 1 })).toBe(0.5)
  expect(standardMillis(300_000, { request: 27, hash: 1 })).toBe('150 standard ms (300 ms)')
  expect(standardMillis(20_000, { request: 13.5, hash: 1 })).toBe('20.0 standard ms (20.0 ms)')
  expect(
    meanCalibration([
      { request: 10, hash: 1 },
      { request: 20, hash: 2 },
    ]),
  ).toEqual({ request: 15, hash: 1.5 })
})

test('calibrations that differ by more than a tenth are both shown', () => {
  expect(describeValues([10, 10.9])).toBe('10.4 µs')
  expect(describeValues([12, 10])).toBe('10.0 to 12.0 µs')
})

test('steal is the share of the machine that its host gave to others', () => {
  const before = readMachineTime('cpu  100 0 50 800 10 0 0 40 20 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n')
  expect(before).toEqual({ steal: 40, busy: 150, total: 1_000 })
  const after = readMachineTime('cpu  160 0 70 860 10 0 0 100 20 0\n')
  expect(stealBetween(before, after)).toBe(30)
  expect(stealBetween(before, before)).toBe(0)
})

test('a server warms up until batches stop getting cheaper, but no shorter and no longer than the rule allows', () => {
  const more = (costs: readonly number[]): boolean => needsMoreWarmUp(costs, fullWarmUp)
  expect(more([])).toBe(true)
  // 200 visits, all alike: still too few.
  expect(more([100, 100, 100, 100])).toBe(true)
  expect(more([100, 100, 100, 100, 98])).toBe(false)
  expect(more([200, 150, 120, 110, 100])).toBe(true)
  expect(more([200, 150, 120, 110, 100, 99])).toBe(false)
  // Cheaper than the batch before it, but not than the best one.
  expect(more([200, 150, 100, 130, 105])).toBe(false)
  expect(more([200, 190, 180, 170, 160, 150, 140, 130, 120, 110])).toBe(false)
})
