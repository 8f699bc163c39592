import { inServer, serverTest, type Promised } from '../mutant.ts'

const pipeline = (name: string) => serverTest('platform/http/operation-pipeline.test.ts', name)

export const perPatientSearchEvents: Promised = {
  subject: 'C25',
  clauses: {
    'One row for each patient shown': [
      inServer(
        'C25-one-row-for-all',
        'src/platform/http/access-rows.ts',
        [
          "return Array.from(shown, (patientId, at) => row(exchange, patientId, 'done', null, at === 0))",
          "return [row(exchange, [...shown][0] ?? null, 'done', null)]",
        ],
        pipeline('writes one row for each patient that a search shows'),
      ),
      inServer(
        'C25-only-the-first-of-a-list',
        'src/platform/http/find-patients.ts',
        ['for (const item of value) collect', 'for (const item of value.slice(0, 1)) collect'],
        pipeline('writes one row for each patient that a search shows'),
      ),
      inServer(
        'C25-somebody-is-not-named',
        'src/platform/http/access-rows.ts',
        ['if (recorded === null || !recorded.has(patientId))', 'if (recorded === null)'],
        pipeline('is withheld if it does not name a patient whose information was decrypted'),
      ),
    ],
    'one without a patient when none was shown': [
      inServer(
        'C25-nothing-found-is-nothing-recorded',
        'src/platform/http/access-rows.ts',
        ['return needsNoRow ? []', "return needsNoRow || audit.action === 'search' ? []"],
        pipeline('one without a patient if it shows none'),
      ),
    ],
  },
}
