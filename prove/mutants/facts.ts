import { inFile, inServer, scriptTest, serverTest, type Promised } from '../mutant.ts'

const directory = 'src/domains/directory/'
const documentation = 'src/domains/documentation/'
const background = (name: string) => serverTest('domains/directory/tests/backgrounds.test.ts', name)
const vitals = (name: string) => serverTest('domains/documentation/tests/vitals.test.ts', name)
const changed = (name: string) => serverTest('tests/times-of-change.test.ts', name)

/** What a record has to know of each fact. */
export const facts: Promised = {
  subject: 'facts',
  clauses: {
    'A proxy does not read what a patient says about themselves': [
      inServer(
        'facts-proxies-read-it',
        `${directory}workflows/require-own-background.ts`,
        ["if (as === 'proxy') throw", "if (as === 'patient' && as !== 'patient') throw"],
        background('is not for other staff, other patients or proxies'),
      ),
    ],
    'An answer that is left out is cleared': [
      inServer(
        'facts-answers-cannot-be-cleared',
        `${directory}model/background.ts`,
        ['  answers: {\n    ...(races', '  answers: {\n    ...before.answers,\n    ...(races'],
        background('is replaced as a whole'),
      ),
    ],
    'A correction keeps the old value, and the note is as it was signed': [
      inServer(
        'facts-a-correction-forgets',
        `${documentation}model/vital-observation.ts`,
        [
          '    known = right ?? known\n    return { status, before, by',
          '    known = right ?? known\n    return { status, before: known, by',
        ],
        vitals('are corrected without losing the old value'),
      ),
      inServer(
        'facts-errors-are-listed',
        `${documentation}operations/list-patient-vitals.ts`,
        ["status !== 'entered-in-error'", "status !== 'preliminary'"],
        vitals('that were entered in error are not listed any more'),
      ),
      inServer(
        'facts-the-paper-hides-a-correction',
        `${documentation}model/note-document.ts`,
        ['      ...correctionsOf(printed),\n', ''],
        serverTest('domains/documentation/model/note-document.test.ts', 'says which of its vital signs were corrected'),
      ),
    ],
    'The time of a change is kept, through any writer': [
      inServer(
        'facts-the-time-is-the-writers',
        'src/platform/database/migrate/times-of-change.ts',
        ['  new.${timeOfChange} := now();\n', ''],
        changed('it is the time of the write, through any writer'),
      ),
      inServer(
        'facts-a-table-without-it',
        `${directory}store/migrations/0010-backgrounds.ts`,
        ["    ...timesOfChange('directory', ['patient_backgrounds']),\n", ''],
        changed('every table with facts keeps it'),
      ),
    ],
    'A replaced record gets no new visit': [
      inServer(
        'facts-replaced-records-are-booked',
        'src/domains/scheduling/problems.ts',
        ['if (replacedBy !== undefined)', 'if (replacedBy === null)'],
        serverTest('domains/scheduling/tests/replaced-records.test.ts', 'gets no new visit'),
      ),
      inServer(
        'facts-a-circle-of-records',
        `${directory}operations/link-patient.ts`,
        ['other.id === before.id || other.replacedBy !== undefined', 'other.id === before.id'],
        serverTest('domains/directory/tests/replaced-records.test.ts', 'is not replaced by itself'),
      ),
    ],
    'Each field of a resource has a FHIR element': [
      inFile(
        'facts-a-new-field-without-one',
        'scripts/fhir-elements.ts',
        ['.filter((field) => !fields.includes(field))', '.filter((field) => fields.length === 0)'],
        scriptTest('fhir-elements.test.ts', 'lack a field that the contract adds'),
      ),
    ],
  },
}
