import { expect } from 'vitest'

/**
 * What pages keep in the browser: local storage, session storage and cookies. The devices that were chosen in this browser are not of a
 * person (decision 78), so they may stay, as random ids and nothing else.
 */
export const storedInBrowser = (): readonly unknown[] => {
  const { 'visitkit.devices': devices = '{}', ...others } = { ...localStorage } as Record<string, string>
  expect(devices).toMatch(/^\{(?:"(?:camera|microphone|speaker)":"(?:default|communications|[0-9a-f]{64})",?)*\}$/)
  return [others, { ...sessionStorage }, document.cookie]
}
