import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
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

it('what a failed step printed is shown when it ends, and its last lines again at the end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'run-steps-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const shown = JSON.stringify(join(folder, 'shown'))
  const lines = 20_000
  const { code, output } = await run([
    [
      [
        script(
          'fails',
          `for (let line = 0; line < ${lines}; line++) console.log("reason " + line); process.exitCode = 1`,
        ),
        script('after it', `require('fs').writeFileSync(${shown}, '')`),
      ],
      [
        script(
          'waits until it was shown',
          `const timer = setInterval(() => {
             if (!require('fs').existsSync(${shown})) return
             clearInterval(timer)
             console.log('passed')
           }, 20)`,
        ),
      ],
    ],
  ])
  expect(code).toBe(1)
  const passed = output.indexOf('passed')
  expect(output.indexOf('reason 0\n')).toBeLessThan(passed)
  expect(output.lastIndexOf('reason 0\n')).toBeLessThan(passed)
  expect(output.lastIndexOf(`reason ${lines - 1}\n`)).toBeGreaterThan(passed)
})

it('what Vitest says of failed tests is repeated whole, behind what all others printed', async () => {
  const failing =
    'console.log("passes"); console.log("--- Failed Tests 1 ---"); console.log("x".repeat(3) + " is wrong");'
  const more = 'for (let line = 0; line < 300; line++) console.log("because " + line); process.exitCode = 1'
  const { output } = await run([[[script('fails', failing + more)], [script('also fails', 'process.exit(2)')]]])
  const end = output.slice(output.indexOf('fails: what failed'))
  expect(end).toMatch(/^xxx is wrong$/m)
  expect(end).toMatch(/^because 0$/m)
  expect(end).not.toMatch(/^passes$/m)
})
