import { micros, rounds, verdictOf, type Finding, type MeasureGoal } from '../goal.ts'
import { compare, cpuRatio } from '../harness.ts'
import { bookForEachPatient, hospitalOfReads, readsOfPatients, startHospital } from '../hospital.ts'

const concurrency = 32
const gate = 0.05

/** What each control adds to an audited read: the same read with one control off, in one run. */
export const measure: MeasureGoal = async (run) => {
  const hospital = await startHospital({
    ...hospitalOfReads,
    variants: ['shipped', 'unsealed', 'unassigned', 'rate-limited'],
  })
  try {
    await bookForEachPatient(hospital)
    const from = (url: string) => readsOfPatients(hospital, url, concurrency)
    const { variants, settle } = hospital
    const shipped = await from(variants.shipped)
    const unsealed = await from(variants.unsealed)
    const unassigned = await from(variants.unassigned)
    const limited = await from(variants['rate-limited'])
    const measured = await compare(
      {
        shipped: { run: shipped.run, settle },
        unsealed: { run: unsealed.run, settle },
        unassigned: { run: unassigned.run, settle },
        limited: { run: limited.run, settle },
      },
      // The differences are small: more repeats than elsewhere.
      {
        ...{ concurrency, ...rounds(run), ...(run.quick ? {} : { repeats: 11 }) },
        ...{ processes: hospital.processes, countsThisProcess: false },
      },
    )
    for (const each of [shipped, unsealed, unassigned, limited]) each.close()
    const finding = (what: string, share: number, on: number, off: number, how: string): Finding => ({
      goal: '31',
      what: `${what}: CPU that it adds to an audited read`,
      gate: '<= 5%',
      stretch: '-',
      measured: `${(share * 100).toFixed(1)}% (${micros(on)} against ${micros(off)})`,
      verdict: verdictOf(share, { gate, is: 'at most' }),
      how: `${how} GET /v1/patients/{id} over HTTP, 32 at a time, with its audit rows, on HTTP servers of one process that differ in this only; eleven rounds of each, in turn. A difference below about 3% is noise. What the ledger adds is goal 4.`,
    })
    const [all, plain, open, bounded] = [
      measured.shipped.cpuMicroseconds,
      measured.unsealed.cpuMicroseconds,
      measured.unassigned.cpuMicroseconds,
      measured.limited.cpuMicroseconds,
    ]
    return [
      finding(
        'Encryption at rest (C16)',
        cpuRatio(measured.unsealed, measured.shipped) - 1,
        all,
        plain,
        'Off: the record is parsed from plain text in memory.',
      ),
      finding(
        'Treatment relationship (C11)',
        cpuRatio(measured.unassigned, measured.shipped) - 1,
        all,
        open,
        'Off: the practitioner reaches every patient of the organization.',
      ),
      finding(
        'Rate limits',
        cpuRatio(measured.shipped, measured.limited) - 1,
        bounded,
        all,
        'Off: no limits; on: those of the release with bursts that no one reaches.',
      ),
    ]
  } finally {
    await hospital.stop()
  }
}
