import { findProgram } from './find-program.ts'

/** The path of a working Firefox: `FIREFOX_PATH`, then the system's, then Debian's package. Throws with what to install when there is none. */
export const findFirefox = (): Promise<string> =>
  findProgram({
    variable: 'FIREFOX_PATH',
    paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    package: 'firefox-esr',
    missing:
      'The calls between Chromium and Firefox need Firefox. Install it (Debian: apt-get install firefox-esr; others: mozilla.org/firefox).',
  })
