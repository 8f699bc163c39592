import { inServer, serverTest, type Promised } from '../mutant.ts'

const prompt = serverTest(
  'domains/compliance/tests/accesses-of-two-servers.test.ts',
  'a patient reads every access within sixty seconds',
)

export const patientAuditView: Promised = {
  subject: 'C29',
  clauses: {
    'an access is there within 60 seconds, at the same server with the next request': [
      inServer(
        'C29-accesses-wait-in-memory',
        'src/domains/compliance/store/accesses.ts',
        [
          '  if (to !== undefined) query',
          "  query = query.where('access.at', '<', new Date(0))\n  if (to !== undefined) query",
        ],
        prompt,
      ),
    ],
  },
}
