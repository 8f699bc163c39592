import { elementTest, inFile, inServer, packageTest, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const strength = 'src/platform/identity/sign-in-strength.ts'
const everyOperation = {
  ...wholeServerTest('strong-sign-in.test.ts', 'reaches no operation on patients'),
  row: 'a nurse',
}
const proven = serverTest(
  'platform/identity/sign-in-strength.test.ts',
  'a text message that is also called a second factor',
)
const missing = serverTest('platform/identity/sign-in-strength.test.ts', 'for a clinician is a second step')

export const strongSignIn: Promised = {
  subject: 'C02',
  clauses: {
    'Without a second step, staff reach no operation on patients': [
      inServer(
        'C02-nothing-is-missing',
        'src/platform/http/steps/authorize-permission.ts',
        ['if (missing !== null) throw strongSignInRequired', 'if (missing === undefined) throw strongSignInRequired'],
        everyOperation,
      ),
      inServer(
        'C02-patients-are-open',
        'packs/policy/sessions.json',
        ['["session:own", "organization:read"]', '["patient:read", "session:own", "organization:read"]'],
        wholeServerTest('strong-sign-in.test.ts', 'what is open without it neither shows nor takes'),
      ),
      inServer(
        'C02-not-required',
        'packs/policy/sessions.json',
        ['"required": true', '"required": false'],
        everyOperation,
      ),
      inServer(
        'C02-an-assertion-of-any-type',
        'src/platform/identity/subject-tokens.ts',
        [
          'methods: Array.isArray(amr)',
          "methods: amr === null || typeof amr === 'object' ? ['mfa'] : Array.isArray(amr)",
        ],
        serverTest('platform/identity/strong-sign-in.test.ts', 'is as weak as a password'),
      ),
    ],
    'administrators need a hardware key': [
      inServer(
        'C02-administrators-without-a-key',
        'packs/policy/sessions.json',
        ['"administrator": "hardware-key"', '"administrator": "second-step"'],
        missing,
      ),
      inServer(
        'C02-the-least-of-all-roles',
        strength,
        ['order[Math.max(...needed, 0)]', 'order[Math.min(...needed)]'],
        serverTest('platform/identity/sign-in-strength.test.ts', 'for several roles the greater'),
      ),
      inServer(
        'C02-a-forgotten-role',
        strength,
        ["roles[role] ?? 'hardware-key'", "roles[role] ?? 'second-step'"],
        serverTest('platform/identity/sign-in-strength.test.ts', 'for a role that the policy forgot'),
      ),
    ],
    'a text message never counts': [
      inServer(
        'C02-text-messages-count',
        'packs/policy/sessions.json',
        ['"neverCounts": ["sms", "tel"]', '"neverCounts": []'],
        proven,
      ),
      inServer(
        'C02-text-messages-by-another-name',
        'packs/policy/sessions.json',
        ['"unclear": ["mfa", "mca", "otp"]', '"unclear": []'],
        proven,
      ),
      inServer(
        'C02-a-class-next-to-a-text-message',
        strength,
        ['(!isDoubtful && contextClass', '(contextClass'],
        serverTest('platform/identity/sign-in-strength.test.ts', 'counts the class that the identity provider asserts'),
      ),
    ],
    'a weaker sign-in confirms nothing': [
      inServer(
        'C02-a-weaker-confirmation',
        'src/platform/identity/session-grants.ts',
        ['if (missing !== null) throw strongSignInRequired', 'if (missing === undefined) throw strongSignInRequired'],
        serverTest('platform/identity/strong-sign-in.test.ts', 'is not confirmed by a weaker one'),
      ),
      inServer(
        'C02-a-confirmation-changes-nothing',
        'src/platform/identity/session-grants.ts',
        ['    session.signIn = signIn\n', ''],
        serverTest('platform/identity/strong-sign-in.test.ts', 'becomes strong when the person confirms it'),
      ),
    ],
    'the page says what is missing, and signs the person in again': [
      inFile(
        'C02-the-page-is-shown',
        'packages/elements/src/provider/provider.ts',
        ['this.#connect(signIn ? null : this.#used)', 'this.#connect(this.#used)'],
        elementTest('src/provider/strong-sign-in.test.ts', 'shows what is missing and hides the page'),
      ),
      inFile(
        'C02-a-declined-step-is-enough',
        'packages/elements/src/provider/session-clock.ts',
        ['this.#listener.needs(session.neededSignIn)', 'this.#listener.needs(null)'],
        elementTest('src/provider/strong-sign-in.test.ts', 'leaves the question open'),
      ),
    ],
    'the doctor reports a policy without it': [
      inServer(
        'C02-the-doctor-is-silent',
        'src/cli/doctor.ts',
        ['if (!required)', 'if (required === undefined)'],
        packageTest('reference-server/src/cli/doctor.test.ts', 'lets staff in by a password alone'),
      ),
    ],
  },
}
