import { spawn } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { CpuMeter, processTree } from './cpu-time.ts'
import { compare } from './harness.ts'
import { verdictOf, worstOf } from './goal.ts'
import { median, quantile } from './statistics.ts'
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
  // The warm-up, then each repeat in the opposite direction.
  expect(settled).toEqual(['one', 'other', 'one', 'other', 'other', 'one'])
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
