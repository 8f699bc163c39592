import type { DeviceKind, VideoDevice } from './driver.ts'

const kinds: Readonly<Partial<Record<MediaDeviceKind, DeviceKind>>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
}

/** The browser's devices, with those in use marked. Empty where there are none or the page is not secure. */
export const listDevices = async (inUse: ReadonlySet<string>): Promise<readonly VideoDevice[]> => {
  // Absent in pages without TLS.
  const found = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []
  return found.flatMap(({ kind, deviceId, label }) => {
    const known = kinds[kind]
    // Before permission browsers list unnamed devices without ids, which cannot be selected.
    return known && deviceId ? [{ id: deviceId, kind: known, label, inUse: inUse.has(deviceId) }] : []
  })
}
