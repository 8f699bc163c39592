import { micros, rounds, verdictOf, type Finding, type MeasureGoal } from '../goal.ts'
import { compare, cpuRatio } from '../harness.ts'
import { bookForEachPatient, hospitalOfReads, readsOfPatients, startHospital } from '../hospital.ts'

const concurrency = 32
const gate = 0.05

/** What each control adds to an audited read: the same read with one control off, in one run. */
export const measure: MeasureGoal = async (run) => {
  const hospital = await startHospital({
    ...hospitalOfReads,
    variants: ['shipped', 'shipped-again', 'unencrypted', 'uncompressed', 'unassigned', 'rate-limited'],
  })
  try {
    await bookForEachPatient(hospital)
    const from = (url: string) => readsOfPatients(hospital, url, concurrency)
    const { variants, settle } = hospital
    const shipped = await from(variants.shipped)
    const again = await from(variants['shipped-again'])
    const unencrypted = await from(variants.unencrypted)
    const uncompressed = await from(variants.uncompressed)
    const unassigned = await from(variants.unassigned)
    const limited = await from(variants['rate-limited'])
    const measured = await compare(
      {
        shipped: { run: shipped.run, settle },
        again: { run: again.run, settle },
        unencrypted: { run: unencrypted.run, settle },
        uncompressed: { run: uncompressed.run, settle },
        unassigned: { run: unassigned.run, settle },
        limited: { run: limited.run, settle },
      },
      // The differences are small, and neighbors on the machine change within seconds: many short rounds.
      {
        ...{ concurrency, ...rounds(run), ...(run.quick ? {} : { repeats: 101, milliseconds: 250 }) },
        ...{ processes: hospital.processes, countsThisProcess: false },
      },
    )
    for (const each of [shipped, again, unencrypted, uncompressed, unassigned, limited]) each.close()
    const finding = (what: string, share: number, on: number, off: number, how: string): Finding => ({
      goal: '31',
      what: `${what}: CPU that it adds to an audited read`,
      gate: '<= 5%',
      stretch: '-',
      measured: `${(share * 100).toFixed(1)}% (${micros(on)} against ${micros(off)})`,
      verdict: verdictOf(share, { gate, is: 'at most' }),
      how: `${how} GET /v1/patients/{id} over HTTP, 32 at a time, with its audit rows, on HTTP servers of one process that differ in this only; 101 rounds of a quarter of a second of each, in turn; the median of the ratios of neighboring rounds. The row without a difference shows what this run cannot distinguish. What the ledger adds is goal 4.`,
    })
    const [all, unsealed, plain, open, bounded] = [
      measured.shipped.cpuMicroseconds,
      measured.unencrypted.cpuMicroseconds,
      measured.uncompressed.cpuMicroseconds,
      measured.unassigned.cpuMicroseconds,
      measured.limited.cpuMicroseconds,
    ]
    const noise = cpuRatio(measured.shipped, measured.again) - 1
    return [
      {
        ...finding('No difference', noise, measured.again.cpuMicroseconds, all, 'Both sides are the same.'),
        gate: '-',
        verdict: 'no gate',
      },
      {
        ...finding(
          'Encryption at rest (C16)',
          cpuRatio(measured.unencrypted, measured.shipped) - 1,
          all,
          unsealed,
          'Off: the record is decompressed and parsed from memory, as it would be stored without encryption.',
        ),
        known:
          'A profile of this read shows one opening, in which the server spends 8 % of its time: most of it in making the object of node:crypto that each value needs, and in its buffers, which the garbage collector frees. In a loop of nothing else it takes 9 µs. node:crypto has no call without such an object, and the design forbids opened records in memory.',
      },
      {
        ...finding(
          'Compression of records, which is no control',
          cpuRatio(measured.uncompressed, measured.unencrypted) - 1,
          unsealed,
          plain,
          'Off: the record is parsed from plain text in memory; on: it is decompressed before. Compression keeps what a visit stores small (goal 3). Both sides without encryption.',
        ),
        gate: '-',
        verdict: 'no gate',
      },
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
