import type { AlertState, AlertStatus, IntakeAlert } from '@visitkit/sdk'

/** What happened to the answers at the clinic, as far as this page knows. Never more than is true. */
export interface AlertProgress {
  /** `unsaved`: the clinic does not have the answers. */
  readonly state: 'unsaved' | AlertStatus
  /** Who acknowledged it. */
  readonly seenBy?: string | undefined
}

/** Of several alerts, the progress of the one that is least advanced. One that is not known yet is only raised. */
export const alertProgress = (
  codes: readonly IntakeAlert[],
  isSaved: boolean,
  alerts: readonly AlertState[],
): AlertProgress => {
  if (!isSaved) return { state: 'unsaved' }
  const known = codes.map((code) => alerts.find((alert) => alert.code === code))
  if (known.some((alert) => alert === undefined || alert.status === 'raised')) return { state: 'raised' }
  if (known.some((alert) => alert?.status === 'shown')) return { state: 'shown' }
  return { state: 'acknowledged', seenBy: known[0]?.acknowledgedBy?.displayName }
}
