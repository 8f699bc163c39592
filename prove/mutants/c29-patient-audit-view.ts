import { elementTest, inFile, inServer, scriptTest, serverTest, type Promised } from '../mutant.ts'

const prompt = serverTest(
  'domains/compliance/tests/accesses-of-two-servers.test.ts',
  'a patient reads every access within sixty seconds',
)
const accesses = (name: string) => serverTest('domains/compliance/tests/accesses.test.ts', name)
const served = accesses('show a patient who accessed the record, in which role, why and with which application')
const entry = (name: string) => elementTest('src/audit-log/access-entry.test.ts', name)
const entrySays = entry('says who in which role did what and why')
const language = (row: string) => ({
  ...elementTest('src/audit-log/own-acts.test.ts', 'one’s own acts are shown as'),
  row: `in ${row}`,
})

const presenter = 'src/domains/compliance/presenters/present-accesses.ts'
const list = 'src/domains/compliance/operations/list-patient-accesses.ts'
const folder = 'packages/elements/src/audit-log/'

export const patientAuditView: Promised = {
  subject: 'C29',
  clauses: {
    '`<visit-audit-log>` shows who, in which role, did what and why, and when and through which application': [
      inServer(
        'C29-no-name',
        presenter,
        ['names.get(`${access.actorKind}:${access.actorId}`) ?? null', 'names.get(access.actorId) ?? null'],
        served,
      ),
      inServer(
        'C29-no-role',
        presenter,
        ['role: asListed.role(access.actorRole)', "role: asListed.role('nobody')"],
        served,
      ),
      inServer(
        'C29-no-application',
        presenter,
        ["access.actorKind === 'system' ? null :", "access.actorKind !== 'system' ? null :"],
        served,
      ),
      inFile(
        'C29-the-role-is-not-shown',
        `${folder}access-text.ts`,
        [": t('withRole', { name, role: t(`role_${role}`) })", ': name'],
        entrySays,
      ),
      inFile(
        'C29-the-reason-is-not-shown',
        `${folder}access-text.ts`,
        ["return t('sentence', { did: format.and(did), reason: t(`reason_${reason}`) })", 'return format.and(did)'],
        entrySays,
      ),
      inFile(
        'C29-the-application-is-not-shown',
        `${folder}access-text.ts`,
        [
          "  return application === null\n    ? t('whereItself'",
          "  return application !== null\n    ? t('whereItself'",
        ],
        entrySays,
      ),
      inFile(
        'C29-the-time-is-not-shown',
        `${folder}audit-log.en.ts`,
        ["where: '{when}. {application}.", "where: '{application}."],
        entrySays,
      ),
    ],
    'in plain words and three languages': [
      inFile(
        'C29-words-of-lawyers',
        `${folder}audit-log.en.ts`,
        [
          'It was part of care or of running the clinic.',
          'Authorization was substantiated by documentation of organizational necessity.',
        ],
        scriptTest('reading-grade.test.ts', 'needs at most seven years of school'),
      ),
      inFile(
        'C29-no-spanish',
        `${folder}audit-log.messages.ts`,
        ["  es: () => import('./audit-log.es.ts').then((module) => module.auditLogEs),\n", ''],
        language('es'),
      ),
      inFile(
        'C29-no-arabic',
        `${folder}audit-log.messages.ts`,
        ["  ar: () => import('./audit-log.ar.ts').then((module) => module.auditLogAr),\n", ''],
        language('ar'),
      ),
    ],
    'a proxy reads it with the record scope only': [
      inServer(
        'C29-any-proxy-reads',
        list,
        ["path.patientId, 'record')", "path.patientId, 'visit')"],
        accesses('show a proxy by name, to another proxy only with the record scope'),
      ),
    ],
    'a psychotherapy note is named as an ordinary one': [
      inServer(
        'C29-a-psychotherapy-note-by-its-name',
        presenter,
        ["(caller.kind === 'patient' || caller.kind === 'proxy')", "caller.kind === 'guest'"],
        accesses('show a psychotherapy note as an ordinary note to patients and proxies'),
      ),
      inServer(
        'C29-a-proxy-reads-of-psychotherapy',
        presenter,
        [" || caller.kind === 'proxy'", ''],
        accesses('show a psychotherapy note as an ordinary note to patients and proxies'),
      ),
    ],
    'what staff did with a disclosure that is held back is left out': [
      inServer(
        'C29-a-held-disclosure-shows',
        'src/domains/compliance/store/accesses.ts',
        ['if (withoutDisclosures === true) query', 'if (withoutDisclosures === undefined) query'],
        serverTest(
          'domains/compliance/tests/disclosures.test.ts',
          'holds a disclosure back until its day, also from the printed list and the list of accesses',
        ),
      ),
    ],
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
    'what a privacy officer found about it is next to it': [
      inServer(
        'C29-the-finding-is-not-sent',
        presenter,
        ['...(review !== null && { review }),', '...(review === undefined && { review }),'],
        serverTest('domains/compliance/tests/access-cases.test.ts', 'the patient reads the outcome next to the access'),
      ),
      inFile(
        'C29-the-finding-is-not-shown',
        `${folder}access-entry.ts`,
        ['${reviews.map((review) => html`<p class="small"><b>${t(`review_${review}`)}</b></p>`)}', ''],
        entry('what a privacy officer found about an access is next to it'),
      ),
    ],
  },
}
