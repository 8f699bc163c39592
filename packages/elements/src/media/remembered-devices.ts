import type { DeviceKind, VideoDevice } from '../video/driver.ts'

type DeviceIds = Readonly<Partial<Record<DeviceKind, string>>>

const key = 'visitkit.devices'
const kinds: readonly DeviceKind[] = ['camera', 'microphone', 'speaker']

const readIds = (): DeviceIds => {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Readonly<Record<string, unknown>> | null
    return Object.fromEntries(
      kinds.flatMap((kind) => (typeof stored?.[kind] === 'string' ? [[kind, stored[kind]]] : [])),
    )
  } catch {
    // The browser stores nothing for this page, or another page of the same origin wrote it.
    return {}
  }
}

/**
 * Keeps a choice for this browser, for each person who uses it. Only the id is kept: a random number that the browser makes for this origin,
 * and replaces when its data are cleared. Never a label, which may name a person.
 */
export const rememberDevice = (kind: DeviceKind, id: string): void => {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readIds(), [kind]: id }))
  } catch {
    // Nothing can be stored: the choice is for this page only.
  }
}

/** What was chosen in this browser before; with a list, only what is connected now. */
export const rememberedDevices = (connected?: readonly VideoDevice[]): DeviceIds => {
  const ids = readIds()
  if (!connected) return ids
  return Object.fromEntries(
    Object.entries(ids).filter(([kind, id]) => connected.some((device) => device.kind === kind && device.id === id)),
  )
}
