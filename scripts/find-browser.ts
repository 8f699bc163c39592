import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isExecutable } from './is-executable.ts'

const run = promisify(execFile)

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Playwright's own downloads, newest first. */
const playwrightPaths = async (): Promise<string[]> => {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache', 'ms-playwright')
  const folders = await readdir(cache).catch(() => [])
  return folders
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .flatMap((name) => [join(cache, name, 'chrome-linux', 'chrome'), join(cache, name, 'chrome-linux64', 'chrome')])
}

/**
 * The path of a working Chromium: `CHROMIUM_PATH`, then the system's, then Playwright's download, then Debian's package. Throws with what
 * to install when there is none.
 */
export const findBrowser = async (): Promise<string> => {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (await isExecutable(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run. Correct it or unset it.`)
  }
  for (const path of [...systemPaths, ...(await playwrightPaths())]) if (await isExecutable(path)) return path
  console.log('No Chromium found. Trying to get one; this happens once.')
  await run('npx', ['--no', 'playwright', 'install', 'chromium'], { timeout: 120_000 }).catch(() => undefined)
  for (const path of await playwrightPaths()) if (await isExecutable(path)) return path
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await run('apt-get', ['update'], { timeout: 120_000 }).catch(() => undefined)
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { timeout: 300_000 }).catch(
      () => undefined,
    )
    for (const path of systemPaths) if (await isExecutable(path)) return path
  }
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium; others: npx playwright install chromium) or set CHROMIUM_PATH.',
  )
}
