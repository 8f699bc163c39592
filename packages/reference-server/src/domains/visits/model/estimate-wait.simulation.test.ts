import { describe, expect, it } from 'vitest'
import { queuePosition, type QueuedPatient } from './queue-position.ts'
import { recentVisits, type PastVisit } from './recent-visits.ts'

/**
 * Simulates one day of a clinic, minute by minute, independently of the estimate: patients come early or late or not at all, visit lengths
 * are skewed, the practitioner needs a moment between two visits and begins early when the next patient is present. Waiting patients
 * request an estimate every few minutes. At the end of the day each estimated range is compared with the actual wait.
 */
interface Clinic {
  readonly slotMinutes: number
  readonly medianLength: number
  /** Standard deviation of the logarithm of the length: 0.3 is a calm clinic, 0.6 an urgent one. */
  readonly skew: number
  /** Most minutes before the appointment's start at which the practitioner begins. */
  readonly beginsEarly: number
  readonly noShows: number
  /** Upper bound of the median width of the ranges, so that a range cannot pass by being uselessly wide. Minutes. */
  readonly width: number
}

const seeded = (seed: number) => {
  let state = seed
  // Mulberry32
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number): number => from + uniform() * (to - from)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, between, normal }
}

const at = (day: number, minute: number): Date => new Date(Date.UTC(2026, 0, 1 + day, 12) + minute * 60_000)

interface Prediction {
  readonly ahead: number
  readonly from: number
  readonly to: number
  readonly truth: number
}

const runClinic = (clinic: Clinic, days: number, seed: number): { told: Prediction[]; asked: number } => {
  const { uniform, between, normal } = seeded(seed)
  const past: PastVisit[] = []
  const predictions: Prediction[] = []
  let asked = 0
  for (let day = 0; day < days; day += 1) {
    const patients = Array.from({ length: 12 }, (_, index) => ({
      id: `visit-${String(index).padStart(2, '0')}`,
      start: index * clinic.slotMinutes,
      comes: uniform() < clinic.noShows ? Number.POSITIVE_INFINITY : index * clinic.slotMinutes + between(-25, 6),
      length: Math.max(2, clinic.medianLength * Math.exp(clinic.skew * normal())),
      admitted: null as number | null,
    }))
    const questions: { id: string; minute: number; from: number; to: number; ahead: number }[] = []
    const history = recentVisits(past.slice(-21))
    let inRoom: (typeof patients)[number] | null = null
    let freeFrom = 0
    for (let minute = -30; minute < 12 * clinic.slotMinutes + 300; minute += 1) {
      if (inRoom?.admitted != null && minute >= inRoom.admitted + inRoom.length) {
        past.push({
          appointmentStart: at(day, inRoom.start),
          checkedInAt: at(day, inRoom.comes),
          admittedAt: at(day, inRoom.admitted),
          endedAt: at(day, inRoom.admitted + inRoom.length),
        })
        freeFrom = minute + between(1, 4)
        inRoom = null
      }
      const waiting = patients.filter(({ comes, admitted }) => comes <= minute && admitted === null)
      const next = waiting[0]
      if (inRoom === null && next && minute >= freeFrom && minute >= next.start - between(0, clinic.beginsEarly)) {
        next.admitted = minute
        inRoom = next
        waiting.shift()
      }
      if (minute % 4 !== 0) continue
      const places: QueuedPatient[] = [...waiting, ...(inRoom ? [inRoom] : [])].map(
        ({ id, start, comes, admitted }) => ({
          visitId: id,
          status: admitted === null ? 'waiting' : 'in-progress',
          appointmentStart: at(day, start),
          checkedInAt: at(day, comes),
          admittedAt: admitted === null ? null : at(day, admitted),
        }),
      )
      for (const own of places.filter(({ status }) => status === 'waiting')) {
        asked += 1
        const { position, estimate } = queuePosition(
          { patients: places, paused: false, here: true, recent: history },
          own,
          at(day, minute),
        )
        if (estimate)
          questions.push({
            id: own.visitId,
            minute,
            from: estimate.fromMinutes,
            to: estimate.toMinutes,
            ahead: position - 1,
          })
      }
    }
    for (const { id, minute, from, to, ahead } of questions) {
      const admitted = patients.find((patient) => patient.id === id)?.admitted
      if (admitted != null) predictions.push({ ahead, from, to, truth: admitted - minute })
    }
  }
  return { told: predictions, asked }
}

const clinics: Record<string, Clinic> = {
  'a calm clinic on time': { slotMinutes: 20, medianLength: 15, skew: 0.3, beginsEarly: 8, noShows: 0.05, width: 14 },
  'a busy clinic that runs late': {
    slotMinutes: 20,
    medianLength: 20,
    skew: 0.4,
    beginsEarly: 3,
    noShows: 0.1,
    width: 30,
  },
  'an urgent clinic of very uneven visits': {
    slotMinutes: 15,
    medianLength: 12,
    skew: 0.6,
    beginsEarly: 10,
    noShows: 0.1,
    width: 30,
  },
  'long talks of nearly one length': {
    slotMinutes: 60,
    medianLength: 50,
    skew: 0.1,
    beginsEarly: 2,
    noShows: 0.05,
    width: 8,
  },
}

/** The share of waits that the README promises to fall within the estimated range. */
const promised = 0.8

describe.each(Object.entries(clinics))('the estimated wait in %s', (_, clinic) => {
  const runs = [1, 2, 3].map((seed) => runClinic(clinic, 120, seed))
  const predictions = runs.flatMap((run) => run.told)
  const asked = runs.reduce((sum, run) => sum + run.asked, 0)
  const covered = (answers: readonly Prediction[]): number =>
    answers.filter(({ from, to, truth }) => from <= truth && truth <= to).length / answers.length

  it('contains the actual wait at least 8 times in 10', () => {
    expect(predictions.length).toBeGreaterThan(1_000)
    expect(covered(predictions)).toBeGreaterThanOrEqual(promised)
  })

  it('is as accurate for the next patient as for those further back', () => {
    for (const inReach of [(ahead: number) => ahead === 0, (ahead: number) => ahead >= 1]) {
      const group = predictions.filter(({ ahead }) => inReach(ahead))
      if (group.length >= 200) expect(covered(group)).toBeGreaterThanOrEqual(promised - 0.05)
    }
  })

  it('is narrow enough to be useful', () => {
    const widths = predictions.map(({ from, to }) => to - from).toSorted((a, b) => a - b)
    expect(widths[Math.floor(widths.length / 2)]).toBeLessThanOrEqual(clinic.width)
  })

  it('is available for nearly every patient once the practitioner has a few days of visits', () => {
    expect(predictions.length / asked).toBeGreaterThan(0.9)
  })
})
