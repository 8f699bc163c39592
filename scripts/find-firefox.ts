import { installDebianPackage } from './install-debian-package.ts'
import { isExecutable } from './is-executable.ts'

const systemPaths = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']

/** The path of a working Firefox: `FIREFOX_PATH`, then the system's, then Debian's package. Throws with what to install when there is none. */
export const findFirefox = async (): Promise<string> => {
  const named = process.env['FIREFOX_PATH']
  if (named) {
    if (await isExecutable(named)) return named
    throw new Error(`FIREFOX_PATH names ${named}, which cannot be run. Correct it or unset it.`)
  }
  for (const path of systemPaths) if (await isExecutable(path)) return path
  await installDebianPackage('firefox-esr')
  for (const path of systemPaths) if (await isExecutable(path)) return path
  throw new Error(
    'The calls between Chromium and Firefox need Firefox. Install it (Debian: apt-get install firefox-esr; others: mozilla.org/firefox) or set FIREFOX_PATH.',
  )
}
