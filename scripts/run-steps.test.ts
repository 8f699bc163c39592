import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import type { Step } from './run-steps.ts'

const runSteps = new URL('run-steps.ts', import.meta.url).href
const script = (name: string, text: string): Step => ({ name, command: process.execPath, args: ['-e', text] })

/** Runs the steps in a process, because a step that fails ends its process. */
const run = (steps: unknown): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const text = `const { runSteps } = await import(${JSON.stringify(runSteps)}); await runSteps(${JSON.stringify(steps)})`
    const child = execFile(process.execPath, ['--input-type=module', '-e', text], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    )
  })

it('a step that fails lets all sequences run to their end, and stops what follows', async () => {
  const { code, output } = await run([
    [
      [script('fails', 'process.exit(3)'), script('after the failure', 'console.log("reached as well")')],
      [script('slow', 'setTimeout(() => 0, 300)'), script('last of the other', 'console.log("reached")')],
    ],
    script('next', 'console.log("not reached")'),
  ])
  expect(code).toBe(3)
  expect(output).toContain('"fails" failed with exit code 3')
  expect(output).toMatch(/^reached as well$/m)
  expect(output).toMatch(/^reached$/m)
  expect(output).not.toMatch(/^not reached$/m)
})

it('steps run one after the other, with what they print', async () => {
  const { code, output } = await run([script('first', 'console.log("one")'), script('second', 'console.log("two")')])
  expect(code).toBe(0)
  expect(output.match(/^(one|two|== \w+)/gm)).toEqual(['== first', 'one', '== first', '== second', 'two', '== second'])
})

it('what a failed step printed comes after what the others printed, to its last line', async () => {
  const lines = 20_000
  const { code, output } = await run([
    [
      [
        script(
          'fails',
          `for (let line = 0; line < ${lines}; line++) console.log("reason " + line); process.exitCode = 1`,
        ),
      ],
      [script('slow', 'setTimeout(() => console.log("passed"), 300)')],
    ],
  ])
  expect(code).toBe(1)
  expect(output.indexOf('reason 0\n')).toBeGreaterThan(output.indexOf('passed'))
  expect(output).toContain(`reason ${lines - 1}\n`)
})
