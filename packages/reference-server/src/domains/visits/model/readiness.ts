import type { components } from '@visitkit/contract'
import type { DeviceCheck, Safeguards, VisitFacts } from './visit.ts'

export type Readiness = components['schemas']['Readiness']

/** Completed and open steps of a visit, for the queue. */
export const readinessOf = (
  visit: VisitFacts,
  state: string,
  { consents, isLicensed }: Safeguards,
  intake: 'done' | 'open' | 'not-required',
): Readiness => ({
  consent: consentOf(visit.requiredConsents.map((purpose) => consents.get(purpose)?.status ?? 'required')),
  intake: intake === 'not-required' ? 'not-required' : intake,
  device: deviceOf(visit.deviceCheck),
  license: !visit.licenseRequired || isLicensed(state) ? 'ok' : 'missing',
})

const consentOf = (statuses: readonly string[]): Readiness['consent'] => {
  if (statuses.includes('declined')) return 'declined'
  return statuses.includes('required') ? 'open' : 'done'
}

const deviceOf = (check: DeviceCheck | null): Readiness['device'] => {
  if (check === null) return 'not-checked'
  const { camera, microphone, speaker, connection, supported } = check
  const broken = [camera, microphone].some((result) => result === 'blocked' || result === 'missing')
  if (!supported || broken || speaker === 'failed' || connection === 'poor') return 'problem'
  return camera === 'skipped' && microphone === 'skipped' ? 'not-checked' : 'ok'
}
