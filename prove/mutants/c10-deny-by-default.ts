import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const matrix = (row: string) => ({
  ...wholeServerTest('permission-matrix.test.ts', 'is refused without a session'),
  row,
})
const purposes = (row: string) => ({
  ...wholeServerTest('permission-matrix.purposes.test.ts', 'has one answer for each role and purpose'),
  row,
})
const authorize = 'src/platform/http/steps/authorize-permission.ts'
const permissions = 'src/platform/identity/permissions.ts'
const rows = 'src/platform/http/access-rows.ts'

export const denyByDefault: Promised = {
  subject: 'C10',
  clauses: {
    'Every operation against every role and every reach, as the policy file says': [
      inServer(
        'C10-every-role-may',
        authorize,
        [
          "if (grant === null)\n      throw new Problem(403, 'forbidden'",
          "if (grant === undefined)\n      throw new Problem(403, 'forbidden'",
        ],
        matrix('getQueue'),
      ),
      inServer(
        'C10-reach-assigned-is-everyone',
        'src/platform/care/care-register.ts',
        ['if (refused === undefined) return related', 'if (refused !== null) return related'],
        serverTest('platform/http/care.test.ts', 'shows nothing of other patients'),
      ),
    ],
    'an operation without a permission does not start': [
      inServer(
        'C10-starts-without-a-permission',
        'src/platform/http/bind-operations.ts',
        ['if (!permission) faults.push(`${id} declares no permission.`)', 'if (!permission) return faults'],
        serverTest('platform/http/bind-operations.test.ts'),
      ),
    ],
    'Every request has a purpose, and is refused for one for which the role does not act or which the permission does not serve':
      [
        inServer(
          'C10-serves-every-purpose',
          permissions,
          ['served.includes(each) && ', ''],
          purposes('listClaims'),
          serverTest('platform/identity/permissions.test.ts', 'has the stated purpose'),
        ),
        inServer(
          'C10-the-stated-purpose-is-not-asked',
          permissions,
          [' && (stated === undefined || each === stated)', ''],
          serverTest('platform/identity/permissions.test.ts', 'has the stated purpose'),
        ),
      ],
    'a policy that grants a permission for no purpose does not load': [
      inServer(
        'C10-loads-without-a-purpose',
        permissions,
        ['if (purposeOf(policy, role, permission) === undefined)', 'if (false)'],
        serverTest('platform/identity/permissions.test.ts', 'for no purpose does not load'),
      ),
    ],
    'An emergency access opens only what serves it, and is not claimed by a header': [
      inServer(
        'C10-an-emergency-opens-everything',
        rows,
        ['if (!servesEmergencies) throw purposeNotPermitted()', ''],
        serverTest('domains/directory/tests/emergency-accesses.test.ts', 'opens only what serves an emergency'),
      ),
      inServer(
        'C10-a-header-breaks-the-glass',
        rows,
        ['if (!isExplained) throw glassNotBroken()', ''],
        serverTest('platform/http/care.test.ts', 'refuses a caller who states that they break the glass'),
      ),
    ],
  },
}
