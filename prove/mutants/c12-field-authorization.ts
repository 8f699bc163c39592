import { inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const seen = (name: string) => serverTest('domains/scheduling/tests/field-authorization.test.ts', name)
const requests = (name: string) => serverTest('platform/http/tests/request-and-headers.test.ts', name)
const pipeline = (name: string) => serverTest('platform/http/operation-pipeline.test.ts', name)
const projection = (name: string) => serverTest('platform/http/project-response.test.ts', name)
const table = (name: string) => ({ project: 'node' as const, file: 'scripts/properties-by-role.test.ts', name })
const step = 'src/platform/http/steps/project-response.ts'
const model = 'src/platform/http/project-response.ts'

export const fieldAuthorization: Promised = {
  subject: 'C12',
  clauses: {
    'Which properties of PHI a role can receive is a table, and rules say which of them its work needs': [
      inServer(
        'C12-billing-reads-notes',
        'packs/policy/permissions.json',
        [
          '"biller": {\n      "appointment:read": "organization",\n',
          '"biller": {\n      "appointment:read": "organization",\n      "note:read": "organization",\n',
        ],
        table('is what its work needs'),
        table('is committed as a table'),
      ),
      inFile(
        'C12-rules-without-classes',
        'scripts/properties-by-role.ts',
        ['if (permitted.includes(phi)) return []', 'if (phi !== undefined) return []'],
        table('is faulty when a role gets a permission'),
      ),
    ],
    'Properties that need a permission are omitted from every response to other roles': [
      inServer(
        'C12-nothing-is-omitted',
        step,
        ['if (!projection.permissions.every(may))', 'if (projection.permissions.length === 0)'],
        seen('is read by the patient'),
        seen('is not returned to an administrator'),
      ),
      inServer(
        'C12-lists-are-whole',
        model,
        ['...(items ? permissionsIn(items, seen) : []),', ''],
        seen('is read by the patient'),
      ),
      inServer(
        'C12-parts-are-whole',
        model,
        ["const parts = ['allOf', 'anyOf', 'oneOf'] as const", "const parts = ['oneOf'] as const"],
        projection('omits a property in lists'),
      ),
    ],
    'and from one for a purpose that the permission does not serve': [
      inServer(
        'C12-any-purpose',
        step,
        ['permissions.grantFor(roles, permission, stated)', 'permissions.grantFor(roles, permission)'],
        seen('is omitted for a purpose'),
      ),
    ],
    'Unknown properties are refused in requests and responses': [
      inServer(
        'C12-objects-are-open',
        'src/platform/http/compile-schemas.ts',
        [
          "else if (out['properties'] !== undefined) out['additionalProperties'] = false",
          "else if (out['properties'] === null) out['additionalProperties'] = false",
        ],
        requests('names every faulty property'),
        pipeline('is withheld if it has an undeclared property'),
      ),
    ],
    'a body with one is recorded as a refusal': [
      inServer(
        'C12-unrecorded',
        'src/platform/http/access-rows.ts',
        ['|| writesUnknown(problem)', '|| (writesUnknown(problem) && status === 404)'],
        requests('is recorded when a body has a property'),
      ),
    ],
  },
}
