import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const compliance = 'src/domains/compliance/'
const model = `${compliance}model/access-question.ts`
const questions = (name: string) => serverTest('domains/compliance/tests/access-questions.test.ts', name)
const officers = (name: string) => serverTest('domains/compliance/tests/questions-about-officers.test.ts', name)
const gathered = `${compliance}workflows/gather-question.ts`
const desk = (name: string) => elementTest('src/privacy-desk/privacy-desk.test.ts', name)
const own = (name: string) => elementTest('src/audit-log/own-questions.test.ts', name)
const mailModel = 'src/domains/messaging/model/mail-to-officers.ts'
const mailTo = (name: string) => serverTest('domains/messaging/model/mail-to-officers.test.ts', name)

export const questionAnAccess: Promised = {
  subject: 'C30',
  clauses: {
    'A patient, or a proxy who may see the record, asks about an access in `<visit-audit-log>`': [
      inServer(
        'C30-any-proxy-asks',
        `${compliance}operations/ask-about-access.ts`,
        ["    await ports.directory.actingFor(context, patientId, 'record')\n", ''],
        questions('is asked and read by a proxy who may see the record, and by no other'),
      ),
      inServer(
        'C30-about-any-access',
        `${compliance}operations/ask-about-access.ts`,
        ['if (access?.patientId !== patientId) throw', 'if (access === undefined) throw'],
        questions('is about an access to the own record only'),
      ),
    ],
    'it waits at `<visit-privacy-desk>` with the access and what explains it': [
      inServer(
        'C30-the-policy-explains-everything',
        `${compliance}workflows/explain-access.ts`,
        ["{ ...circle, chartReach: 'assigned' }", 'circle'],
        serverTest(
          'domains/compliance/tests/explain-access.test.ts',
          'an access is explained by the work that links the person to the patient, and by nothing else',
        ),
      ),
      inFile(
        'C30-the-desk-is-not-live',
        'packages/elements/src/privacy-desk/questions-part.ts',
        ["on: ['access-question.changed'], signal", "on: ['claim.changed'], signal"],
        desk('a question appears while the desk is open'),
      ),
    ],
    'and those who may answer get a mail': [
      inServer(
        'C30-no-mail-of-a-question',
        mailModel,
        ['version > 1) return null', 'version > 0) return null'],
        mailTo('is sent when something is new or overdue'),
      ),
      inServer(
        'C30-a-mail-to-the-officer-it-is-about',
        mailModel,
        ['roles: forAdministrators ? administrators : officers', 'roles: officers'],
        mailTo('goes to officers, to administrators too when it is overdue'),
      ),
      inServer(
        'C30-a-mail-to-one-of-two-officers-about-themselves',
        'src/domains/messaging/reactions/on-privacy-work-mail-officers.ts',
        ['except: whom?.memberId ?? mail.except', 'except: mail.except'],
        serverTest('domains/messaging/tests/officer-mail.test.ts', 'is not sent to the officer whom it is about'),
      ),
    ],
    'and has a deadline, after which it is overdue for everyone': [
      inServer(
        'C30-never-overdue',
        `${compliance}store/access-questions.ts`,
        [".where('due_at', '<=', now)", ".where('due_at', '<=', new Date(0))"],
        questions('is escalated once when its deadline passes'),
      ),
      inServer(
        'C30-overdue-at-once',
        model,
        ['now.getTime() + answerDays * day', 'now.getTime()'],
        questions('is escalated once when its deadline passes'),
      ),
    ],
    'it is answered once, by a privacy officer who did not make the access': [
      inServer(
        'C30-own-access',
        model,
        ['  if (by === actorId) throw ownAccess()\n', ''],
        questions('is passed on to a privacy officer only, and no one answers about their own access'),
      ),
      inServer(
        'C30-answered-twice',
        model,
        ["  if (before.status === 'answered') throw alreadyAnswered()\n  if (by === actorId)", '  if (by === actorId)'],
        questions('is asked once about an access until it is answered'),
      ),
      inServer(
        'C30-passed-to-anybody',
        model,
        ['  if (!mayAnswer) throw notAPrivacyOfficer()\n', ''],
        questions('is passed on to a privacy officer only'),
      ),
    ],
    'and, where no privacy officer may, at once by an administrator who did not make it and sees no other question': [
      inServer(
        'C30-no-one-answers-about-the-only-officer',
        gathered,
        ["only === null ? { sees: 'none' }", "only !== '' ? { sees: 'none' }"],
        officers('is read and answered by an administrator at once'),
      ),
      inServer(
        'C30-administrators-see-all-questions',
        `${compliance}store/access-questions.ts`,
        ["reader.sees === 'not-own' ? others : others.where(isAbout(reader.officerId))", 'others'],
        officers('is read and answered by an administrator at once'),
      ),
      inServer(
        'C30-the-officer-as-administrator',
        `${compliance}store/access-questions.ts`,
        ['query.where(sql<boolean>`not ${isAbout(reader.memberId)}`)', 'query'],
        officers('is seen by no administrator who is the officer in another session'),
      ),
      inServer(
        'C30-administrators-answer-next-to-officers',
        gathered,
        ["return only === null ? { sees: 'none' }", "return only === null ? { sees: 'not-own', memberId }"],
        officers('as soon as there is one'),
      ),
      inServer(
        'C30-passed-to-any-administrator',
        gathered,
        ["...(forAdministrators ? [] : ['access:review'])", ''],
        officers('is not taken by the officer, nor passed to them'),
      ),
      inServer(
        'C30-taken-by-the-person',
        model,
        ['  if (memberId === actorId) throw ownAccess()\n', ''],
        officers('is not taken by the officer, nor passed to them'),
      ),
      inServer(
        'C30-administrators-hear-of-all',
        `${compliance}live-rules.ts`,
        ['forAdministrators ? [', 'forAdministrators !== null ? ['],
        officers('is announced to the pages of administrators'),
      ),
      inServer(
        'C30-administrators-hear-of-none',
        `${compliance}workflows/find-officers.ts`,
        ['(only !== null && only === memberId)', 'only === memberId && memberId === null'],
        officers('is announced to the pages of administrators'),
      ),
    ],
    'the patient reads how far it is, the finding and the answer, and receives a notice': [
      inServer(
        'C30-no-notice',
        'src/domains/messaging/model/decide-notice.ts',
        ["template !== 'first-access' ||", "kind !== 'access' ||"],
        questions('reaches the privacy officers'),
      ),
      inFile(
        'C30-the-answer-is-not-shown',
        'packages/elements/src/audit-log/own-questions.ts',
        [`<p class="text-block" dir="auto">\${answer ?? ''}</p>`, ''],
        own('appear without a reload'),
      ),
    ],
  },
}
