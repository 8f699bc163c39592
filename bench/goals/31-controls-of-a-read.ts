import { micros, rounds, verdictOf, type Finding, type MeasureGoal } from '../goal.ts'
import { compare } from '../harness.ts'
import { bookForEachPatient, hospitalOfReads, readsOfPatients, startHospital } from '../hospital.ts'
import { median } from '../statistics.ts'

const concurrency = 32
const gate = 0.05

/** Each part that is replaced has two servers: the second ones come in the opposite order, so that each has the same place on average. */
const parts = ['shipped', 'unencrypted', 'uncompressed', 'unassigned', 'rate-limited'] as const
type Part = (typeof parts)[number]
const again = (part: Part) => `${part}-again` as const
const servers = [...parts, ...parts.map(again).toReversed()]

/** What each control adds to an audited read: the same read with one control off, in one run. */
export const measure: MeasureGoal = async (run) => {
  const hospital = await startHospital({ ...hospitalOfReads, variants: servers })
  try {
    await bookForEachPatient(hospital)
    const { variants, settle } = hospital
    const reads = await Promise.all(
      servers.map(async (name) => ({ name, ...(await readsOfPatients(hospital, variants[name], concurrency)) })),
    )
    const measured = await compare(
      Object.fromEntries(reads.map((each) => [each.name, { run: each.run, settle }])),
      // The differences are small, and neighbors on the machine change within seconds: many short rounds.
      {
        ...{ concurrency, ...rounds(run), ...(run.quick ? {} : { repeats: 61, milliseconds: 250 }) },
        ...{ processes: hospital.processes, countsThisProcess: false },
      },
    )
    for (const each of reads) each.close()
    return findingsOf((name) => measured[name]?.cpuOfRounds ?? [])
  } finally {
    await hospital.stop()
  }
}

const findingsOf = (cpuOf: (name: (typeof servers)[number]) => readonly number[]): Finding[] => {
  /** CPU of a read in each round, of both servers of the part. */
  const ofBoth = (part: Part): number[] => {
    const second = cpuOf(again(part))
    return cpuOf(part).map((cpu, repeat) => (cpu + (second[repeat] ?? Number.NaN)) / 2)
  }
  const finding = (what: string, on: readonly number[], off: readonly number[], how: string): Finding => {
    const share = median(on.map((cpu, repeat) => cpu / (off[repeat] ?? Number.NaN))) - 1
    return {
      goal: '31',
      what: `${what}: CPU that it adds to an audited read`,
      gate: '<= 5%',
      stretch: '-',
      measured: `${(share * 100).toFixed(1)}% (${micros(median(on))} against ${micros(median(off))})`,
      verdict: verdictOf(share, { gate, is: 'at most' }),
      how: `${how} GET /v1/patients/{id} over HTTP, 32 at a time, with its audit rows, on HTTP servers of one process that differ in this only; 61 rounds of a quarter of a second of each, in turn; the median of the ratios of one round. Each side is two servers, one early and one late in the order. The row without a difference compares these two, and shows what this run cannot distinguish. What the ledger adds is goal 4.`,
    }
  }
  const [shipped, unencrypted] = [ofBoth('shipped'), ofBoth('unencrypted')]
  return [
    {
      ...finding('No difference', cpuOf('shipped'), cpuOf(again('shipped')), 'Both sides are the same.'),
      gate: '-',
      verdict: 'no gate',
    },
    {
      ...finding(
        'Encryption at rest (C16)',
        shipped,
        unencrypted,
        'Off: the record is decompressed and parsed from memory, as it would be stored without encryption.',
      ),
      known:
        'Opening a value, with its key and its waits, takes 5 µs in a loop of nothing else, of which the cipher takes 3. In a profile of the server it takes 8 % of the time of this read: probably because the caches of the processor lose it between two reads, and because the object of node:crypto that each value needs is left to the garbage collector. A way without waits saved 0.3 µs and was not kept. node:crypto has no call without such an object, and the design forbids opened records in memory.',
    },
    {
      ...finding(
        'Compression of records, which is no control',
        unencrypted,
        ofBoth('uncompressed'),
        'Off: the record is parsed from plain text in memory; on: it is decompressed before. Compression keeps what a visit stores small (goal 3). Both sides without encryption.',
      ),
      gate: '-',
      verdict: 'no gate',
    },
    finding(
      'Treatment relationship (C11)',
      shipped,
      ofBoth('unassigned'),
      'Off: the practitioner reaches every patient of the organization.',
    ),
    finding(
      'Rate limits',
      ofBoth('rate-limited'),
      shipped,
      'Off: no limits; on: those of the release with bursts that no one reaches.',
    ),
  ]
}
