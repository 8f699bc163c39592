/**
 * The oldest browsers in which everything works, by their names in browser-compat-data. Change them together with
 * docs/guides/browsers.md, which a test compares.
 */
export const floor = {
  safari: '16.4',
  safari_ios: '16.4',
  firefox: '115',
  firefox_android: '115',
  chrome: '111',
  chrome_android: '111',
  edge: '111',
} as const

export type FloorBrowser = keyof typeof floor
