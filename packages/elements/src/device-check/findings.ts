import type { DeviceCheck } from '@visitkit/sdk'
import type { DeviceState } from '../media/local-preview.ts'

/** `unplugged`: missing, after it was there. `replaced`: another one in its place. */
export type FoundDevice = DeviceState | 'unplugged' | 'replaced'

/** The findings, with more detail than the clinic receives: a busy device needs another remedy than a missing one. */
export interface Findings {
  readonly camera: FoundDevice
  readonly microphone: FoundDevice
  /** The microphone works, and nothing louder than a quiet room was measured. */
  readonly quiet: boolean
  readonly speaker: DeviceCheck['speaker']
  readonly connection: DeviceCheck['connection']
  readonly network: DeviceCheck['network']
}

/** What the clinic receives. */
export const reportedStatus: Readonly<Record<FoundDevice, DeviceCheck['camera']>> = {
  ok: 'ok',
  replaced: 'ok',
  off: 'skipped',
  unknown: 'skipped',
  blocked: 'blocked',
  missing: 'missing',
  unplugged: 'missing',
  busy: 'missing',
}

export const nothingChecked: Findings = {
  camera: 'unknown',
  microphone: 'unknown',
  quiet: false,
  speaker: 'skipped',
  connection: 'unknown',
  network: undefined,
}

export const isOk = ({ camera, microphone, speaker, connection }: Findings): boolean =>
  reportedStatus[camera] === 'ok' &&
  reportedStatus[microphone] === 'ok' &&
  speaker !== 'failed' &&
  connection !== 'poor'
