import { inServer, serverTest, type Promised } from '../mutant.ts'

const grants = 'src/platform/identity/session-grants.ts'
const once = (name: string) => serverTest('platform/identity/strong-sign-in.test.ts', name)

export const stepUp: Promised = {
  subject: 'C09',
  clauses: {
    'A proof of the person is used once, over all processes and until it expires': [
      inServer(
        'C09-a-proof-begins-two-sessions',
        grants,
        ['if (proof !== null) writes.push(proof)', ''],
        once('begins one session: a second exchange'),
        once('also when it is sent ten times at once'),
      ),
      inServer(
        'C09-a-proof-confirms-twice',
        grants,
        ['if (!(await storeWrites(tx, organizationId, [useProof(subject)]))) throw tokenUsed()', ''],
        once('confirms a session once, and not after it has begun one'),
      ),
      inServer(
        'C09-another-signature-is-another-proof',
        'src/platform/identity/subject-tokens.ts',
        [".update(token.slice(0, token.lastIndexOf('.')))", '.update(token)'],
        once('with another signature over the same words is the same token'),
      ),
      inServer(
        'C09-a-proof-is-forgotten-early',
        'src/platform/identity/jobs/delete-ended-sessions.ts',
        ['and expires_at < ${now} limit', 'limit'],
        once('is remembered until it expires, and then deleted'),
      ),
    ],
    'it says how strong the sign-in has to be': [
      inServer(
        'C09-the-strength-is-not-named',
        'src/platform/identity/sign-in-problems.ts',
        ['...(needed === null ? {} : { signIn: needed }),', ''],
        serverTest('platform/http/operation-pipeline.test.ts', 'requires a recent authentication where declared'),
      ),
    ],
  },
}
