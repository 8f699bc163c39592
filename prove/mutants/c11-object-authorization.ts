import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const register = 'src/platform/care/care-register.ts'
const relationship = 'src/platform/care/relationship.ts'
const access = 'src/platform/audit/create-access.ts'
const pipeline = (name: string) => serverTest('platform/http/operation-pipeline.test.ts', name)
const care = (name: string) => serverTest('platform/http/care.test.ts', name)
const related = (row: string) => ({
  ...serverTest('platform/care/relationship.test.ts', ''),
  row,
})

export const objectAuthorization: Promised = {
  subject: 'C11',
  clauses: {
    'A person reaches what is theirs, what is assigned to them, or the organization, checked on what leaves': [
      inServer(
        'C11-an-answer-beyond-the-assigned',
        access,
        ['if (shown !== undefined) for (const id of shown) this.#relate(care, id, open)\n', ''],
        care('does not replay a response to a caller who would be refused now'),
      ),
    ],
    'clinicians need a treatment relationship with every patient, and a care team or cover for a colleague’s work': [
      inServer(
        'C11-one-relationship-is-enough',
        register,
        ['if (refused === undefined) return related', 'if (refused === undefined || related.size > 0) return related'],
        serverTest('platform/care/care-register.test.ts', 'refuses all patients if one has no relationship'),
      ),
      inServer(
        'C11-a-task-of-any-role',
        relationship,
        ['role !== undefined && roles.includes(role)', 'role !== undefined'],
        related('a task of another role'),
      ),
      inServer(
        'C11-a-referral-to-any-specialty',
        relationship,
        ['specialty !== undefined && circle.specialties.includes(specialty)', 'specialty !== undefined'],
        related('a referral to another'),
      ),
      inServer(
        'C11-the-work-of-anybody',
        relationship,
        ["  return null\n}\n\n/** The caller's own", "  return { basis: 'owner' }\n}\n\n/** The caller's own"],
        serverTest('platform/care/relationship.test.ts', 'is covered from the start of a cover, inclusive'),
        wholeServerTest('cover.test.ts', 'applies from the next request in every process'),
      ),
      inServer(
        'C11-a-cover-has-no-end',
        relationship,
        ['cover.from <= now && now < cover.until,', 'cover.from <= now,'],
        serverTest('platform/care/relationship.test.ts', 'is covered from the start of a cover, inclusive'),
      ),
    ],
    'without it they are told what to do next': [
      inServer(
        'C11-no-colleague-is-named',
        'src/platform/care/problems.ts',
        ['    { owners },', '    { owners: [] },'],
        care('shows nothing of other patients, names the remedy'),
      ),
    ],
    'what is of another person or organization is not found, as what does not exist': [
      inServer(
        'C11-forbidden-instead-of-not-found',
        'src/platform/problems/problem.ts',
        ["    404,\n    'not_found',", "    403,\n    'not_found',"],
        pipeline('responds to another patient’s id as if it did not exist'),
        pipeline('responds to another organization’s id as if it did not exist'),
      ),
    ],
    'each id of each request, in path, query and body, finds nothing when it is of another organization': [
      inServer(
        'C11-ids-of-another-organization',
        'src/platform/database/migrate/tenant-table.ts',
        ['...rowSecurity(qualified)', "...(table.name === 'practitioners' ? [] : rowSecurity(qualified))"],
        { ...wholeServerTest('foreign-ids.test.ts', ''), row: 'are nothing to getPractitioner' },
      ),
    ],
  },
}
