import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'

/** The hospital for a practitioner without colleagues: everything prepared in it belongs to them, and so does every patient. */
export const soloPractice = (hospital: Hospital, alone: Person): Hospital => {
  const { practitionerId } = alone
  if (practitionerId === null) throw new Error('Only a practitioner works alone.')
  const now = Math.ceil(hospital.server.clock.now().getTime() / 300_000) * 300_000
  const next = { soon: now + 5 * 60_000, later: now + 24 * 3_600_000 }
  const treated = new Set<string>()
  const time: Hospital['time'] = async (when) => {
    const start = new Date(next[when]).toISOString()
    next[when] += 300_000
    return { practitionerId, start }
  }
  return {
    ...hospital,
    time,
    onDuty: async () => alone,
    practitioner: async () => body(alone.get(`/v1/practitioners/${practitionerId}`)),
    treat: async (patientId) => {
      if (treated.has(patientId)) return patientId
      treated.add(patientId)
      const { visitTypeId, desk } = hospital
      const { id: holdId } = await body(desk.post('/v1/holds', { ...(await time('later')), visitTypeId, patientId }))
      await body(desk.post('/v1/appointments', { holdId, patientId }))
      return patientId
    },
  }
}
