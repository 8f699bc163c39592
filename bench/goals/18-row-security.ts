import pg from 'pg'
import { micros, rounds, times, verdictOf, type MeasureGoal } from '../goal.ts'
import { compare, cpuRatio } from '../harness.ts'
import { startHospital } from '../hospital.ts'

const concurrency = 64
const connections = 4
const text = 'select id, version, sealed from directory.patients where id = $1'
/** Without row security the query has to name the organization. */
const textWithOrganization = `${text} and organization_id = $2`

/** The cost of row-level security in the database. */
export const measure: MeasureGoal = async (run) => {
  const hospital = await startHospital({ practitioners: 1, patients: 200, visitType: 'primary-care-follow-up' })
  const open = (prepare?: (client: pg.Client) => Promise<unknown>) =>
    Promise.all(
      Array.from({ length: connections }, async () => {
        const client = new pg.Client({ connectionString: hospital.postgres.url, pipeline: true })
        await client.connect()
        await prepare?.(client)
        return client
      }),
    )
  // The bench logs in as a superuser, who bypasses row security; as the domain's role it applies.
  const asDomain = (client: pg.Client) =>
    client.query("select set_config('role', 'visitkit_directory', false), set_config('app.organization', $1, false)", [
      hospital.organizationId,
    ])
  const [free, affine, transaction] = [await open(), await open(asDomain), await open()]
  let turn = 0
  const nextId = (): string => hospital.patients[turn++ % hospital.patients.length]?.id ?? ''
  const expectRow = async (answer: Promise<pg.QueryResult> | undefined): Promise<void> => {
    if ((await answer)?.rows.length !== 1) throw new Error('the row was not found')
  }
  const read = (client: pg.Client | undefined): Promise<void> =>
    expectRow(client?.query({ name: 'read', text, values: [nextId()] }))
  const readOfOrganization = (client: pg.Client | undefined): Promise<void> =>
    expectRow(client?.query({ name: 'read', text: textWithOrganization, values: [nextId(), hospital.organizationId] }))
  // One transaction at a time on a connection.
  const queues = transaction.map(() => Promise.resolve())
  try {
    const measured = await compare(
      {
        free: { run: (worker) => readOfOrganization(free[worker % connections]) },
        affine: { run: (worker) => read(affine[worker % connections]) },
        transaction: {
          run: (worker) => {
            const at = worker % connections
            const client = transaction[at]
            const next = (queues[at] ?? Promise.resolve()).then(async () => {
              await client?.query('begin')
              await client?.query({
                name: 'scope',
                text: "select set_config('role', 'visitkit_directory', true), set_config('app.organization', $1, true)",
                values: [hospital.organizationId],
              })
              await read(client)
              await client?.query('commit')
            })
            queues[at] = next
            return next
          },
        },
      },
      { concurrency, ...rounds(run), processes: () => [hospital.postgres.processId], countsThisProcess: true },
    )
    const tax = cpuRatio(measured.free, measured.affine)
    const naive = cpuRatio(measured.free, measured.transaction)
    return [
      {
        goal: '18',
        what: 'Row security on every statement: CPU against none (lower is better)',
        gate: '<= 1.25x',
        stretch: '1.05x',
        measured: `${times(tax)} (${micros(measured.affine.cpuMicroseconds)} against ${micros(measured.free.cpuMicroseconds)})`,
        verdict: verdictOf(tax, { gate: 1.25, stretch: 1.05, is: 'at most' }),
        how: 'A prepared read of one row of directory.patients by its id, 64 at a time over 4 pipelined connections, driver and PostgreSQL counted. Ours: a connection that keeps role and organization, as the pool does. None: a superuser, to whom the policy does not apply, with the organization in the statement.',
      },
      {
        goal: '18',
        what: 'The usual way to set it: BEGIN, set, read, COMMIT (CPU against none)',
        gate: '-',
        stretch: '-',
        measured: `${times(naive)} (${micros(measured.transaction.cpuMicroseconds)})`,
        verdict: 'no gate',
        how: 'The same run, four round trips a read: the cost that connections with a fixed scope save.',
      },
    ]
  } finally {
    await Promise.all([...free, ...affine, ...transaction].map((client) => client.end()))
    await hospital.stop()
  }
}
