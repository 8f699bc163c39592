import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installDebianPackage } from './install-debian-package.ts'
import { isExecutable } from './is-executable.ts'

const run = promisify(execFile)

/** Chromium without windows: the same engine for two thirds of the processor time. */
const shellPath = '/usr/bin/chromium-headless-shell'

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

/** Where Playwright's downloads have the program, by the beginning of the folder's name. */
const downloads = {
  'chromium_headless_shell-': [
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-linux/headless_shell',
    'chrome-headless-shell-mac-arm64/chrome-headless-shell',
    'chrome-headless-shell-mac-x64/chrome-headless-shell',
    'chrome-headless-shell-win64/chrome-headless-shell.exe',
  ],
  'chromium-': ['chrome-linux/chrome', 'chrome-linux64/chrome'],
} as const

/** Playwright's own downloads, newest first. */
const playwrightPaths = async (kind: keyof typeof downloads): Promise<string[]> => {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache', 'ms-playwright')
  const folders = await readdir(cache).catch(() => [])
  return folders
    .filter((name) => name.startsWith(kind))
    .sort()
    .reverse()
    .flatMap((name) => downloads[kind].map((program) => join(cache, name, program)))
}

const firstExecutable = async (paths: readonly string[]): Promise<string | null> => {
  for (const path of paths) if (await isExecutable(path)) return path
  return null
}

/** The headless shell, the system's Chromium, or one that Playwright downloaded. */
const installedBrowser = async (): Promise<string | null> =>
  firstExecutable([
    shellPath,
    ...(await playwrightPaths('chromium_headless_shell-')),
    ...systemPaths,
    ...(await playwrightPaths('chromium-')),
  ])

/**
 * The path of a working Chromium: `CHROMIUM_PATH`, then the headless shell, then another Chromium, then Playwright's download, then
 * Debian's package. Root on Debian gets the headless shell in any case. Throws with what to install when there is none.
 */
export const findBrowser = async (): Promise<string> => {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (await isExecutable(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run. Correct it or unset it.`)
  }
  const found = await installedBrowser()
  if (found && !systemPaths.includes(found)) return found
  await installDebianPackage('chromium-headless-shell')
  const got = await installedBrowser()
  if (got) return got
  console.log('No Chromium found. Trying to download one; this happens once.')
  const download = ['--no', 'playwright', 'install', '--only-shell', 'chromium']
  await run('npx', download, { timeout: 120_000 }).catch(() => undefined)
  const downloaded = await installedBrowser()
  if (downloaded) return downloaded
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium-headless-shell; others: npx playwright install --only-shell chromium) or set CHROMIUM_PATH.',
  )
}
