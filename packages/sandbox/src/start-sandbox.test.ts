import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startSandbox } from './start-sandbox.ts'

const reachable = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )
const identityProvider = { port: 0, accounts: [], clients: [] }

test('only the requested partners start, and all of them stop', async () => {
  const sandbox = await startSandbox({ video: { port: 0 } })
  expect(sandbox.identityProvider).toBeNull()
  const url = sandbox.video?.url ?? ''
  expect(await reachable(url)).toBe(true)
  await sandbox.stop()
  expect(await reachable(url)).toBe(false)
})

test('when one partner’s port is in use, the others are stopped', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const free = createServer()
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
  const { port } = free.address() as AddressInfo
  await new Promise((resolve) => free.close(resolve))
  const video = { port: (taken.address() as AddressInfo).port }
  await expect(startSandbox({ identityProvider: { ...identityProvider, port }, video })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  expect(await reachable(`http://127.0.0.1:${port}/`)).toBe(false)
  taken.close()
})

/** Runs the command until it prints `until`, which ends it, or until it exits. */
const run = async (options: string | undefined, until?: string) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    env: { ...process.env, ...(options === undefined ? {} : { SANDBOX_OPTIONS: options }) },
  })
  let printed = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (until !== undefined && printed.includes(until)) resolve()
      })
    void ended.then(() => resolve())
  })
  child.kill('SIGTERM')
  return { printed, code: await ended }
}

test('the command prints that it is ready and exits on a signal', async () => {
  const { printed, code } = await run(JSON.stringify({ identityProvider, video: { port: 0 } }), 'sandbox ready')
  expect(printed).toMatch(/identity provider: http:\/\/127\.0\.0\.1:\d+\n/)
  expect(printed).toMatch(/video vendor: http:\/\/127\.0\.0\.1:\d+\/v1/)
  expect(code).toBe(0)
})

test('the command names missing options', async () => {
  expect(await run(undefined)).toMatchObject({
    printed: expect.stringContaining('SANDBOX_OPTIONS') as string,
    code: 1,
  })
  expect(await run('{')).toMatchObject({
    printed: expect.stringContaining('SANDBOX_OPTIONS is not JSON.') as string,
    code: 1,
  })
})
