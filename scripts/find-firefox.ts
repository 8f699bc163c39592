import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isExecutable } from './is-executable.ts'

const run = promisify(execFile)

const systemPaths = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']

/** The path of a working Firefox: `FIREFOX_PATH`, then the system's, then Debian's package. Throws with what to install when there is none. */
export const findFirefox = async (): Promise<string> => {
  const named = process.env['FIREFOX_PATH']
  if (named) {
    if (await isExecutable(named)) return named
    throw new Error(`FIREFOX_PATH names ${named}, which cannot be run. Correct it or unset it.`)
  }
  for (const path of systemPaths) if (await isExecutable(path)) return path
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('No Firefox found. Trying to get one; this happens once.')
    await run('apt-get', ['update'], { timeout: 120_000 }).catch(() => undefined)
    const install = ['install', '-y', '--no-install-recommends', 'firefox-esr']
    await run('apt-get', install, { timeout: 300_000 }).catch(() => undefined)
    for (const path of systemPaths) if (await isExecutable(path)) return path
  }
  throw new Error(
    'The calls between Chromium and Firefox need Firefox. Install it (Debian: apt-get install firefox-esr; others: mozilla.org/firefox) or set FIREFOX_PATH.',
  )
}
