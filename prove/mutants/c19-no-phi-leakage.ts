import { elementTest, inFile, inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const planted = wholeServerTest('planted-words.test.ts')
const log = (name: string) => serverTest('platform/logging/logger.test.ts', name)
const template = (name: string) => serverTest('domains/messaging/model/template-pack.test.ts', name)
const calendar = (name: string) => serverTest('domains/scheduling/bookings/model/calendar-file.test.ts', name)

export const noPhiLeakage: Promised = {
  subject: 'C19',
  clauses: {
    'Planted words go through every operation, rightly and wrongly, and are in no URL': [
      inFile(
        'C19-a-search-in-the-address',
        'packages/sdk/src/generated/resources.ts',
        [
          "'patients/search', options, body, query)",
          "'patients/search', options, body, { ...query, ...body } as never)",
        ],
        planted,
      ),
    ],
    'in no log, which holds known fields only': [
      inServer(
        'C19-any-field-is-logged',
        'src/platform/logging/logger.ts',
        ['    if (!allowed.has(key)) continue\n', ''],
        log('has no text, number or list under an unknown name'),
      ),
      inServer(
        'C19-objects-are-logged',
        'src/platform/logging/logger.ts',
        ['.map((item) => bounded(String(item)))', ''],
        log('accepts no objects as values'),
      ),
      inServer(
        'C19-messages-of-errors-are-logged',
        'src/platform/logging/describe-error.ts',
        ['errorClass: error.constructor.name,', 'errorClass: error.constructor.name, reason: error.message,'],
        log('never by its message'),
      ),
      inServer(
        'C19-stacks-with-their-message',
        'src/platform/logging/describe-error.ts',
        ['.filter((line) => isFrame.test(line))', ''],
        log('does not show its original message'),
      ),
    ],
    'in no problem': [
      inServer(
        'C19-problems-repeat-the-value',
        'src/platform/http/steps/validate-request.ts',
        [
          'faultyProperties(validate.errors ?? []))',
          'faultyProperties(validate.errors ?? []).map((fault) => ({ ...fault, message: JSON.stringify(body) })))',
        ],
        serverTest(
          'platform/http/tests/request-and-headers.test.ts',
          'names every faulty property and repeats no value',
        ),
      ),
      inServer(
        'C19-problems-tell-what-broke',
        'src/platform/http/problem-response.ts',
        ["'Something went wrong on our side.", "`${String(error)}` + 'Something went wrong on our side."],
        serverTest('platform/http/operation-pipeline.test.ts', 'reveals nothing of an unexpected error'),
      ),
    ],
    'in no event': [
      inServer(
        'C19-events-with-more-than-declared',
        'src/platform/contracts/require-declared.ts',
        ['throw new Error', 'void new Error'],
        serverTest('platform/contracts/require-declared.test.ts', 'refuses an undeclared property that a spread adds'),
      ),
    ],
    'in no table and no file': [
      inServer(
        'C19-messages-of-faults-are-kept',
        'src/platform/events/failed-deliveries.ts',
        ['${faultOf(error)}', '${String(error)}'],
        planted,
      ),
    ],
    'Elements write nothing to browser storage': [
      inFile(
        'C19-drafts-in-browser-storage',
        'packages/elements/src/intake/draft-controller.ts',
        [
          '    this.#touched.add(linkId)\n    this.setState',
          '    this.#touched.add(linkId)\n    localStorage.setItem(linkId, JSON.stringify(values))\n    this.setState',
        ],
        elementTest('src/intake/draft-of-answers.test.ts', 'leaves nothing in the browser'),
      ),
    ],
    'E-mail and SMS are templates with no place for anything else': [
      inServer(
        'C19-values-of-their-own',
        'src/domains/messaging/model/template-pack.ts',
        ["replaceAll(/[\\p{Cc}\\p{Zl}\\p{Zp}]+/gu, ' ')", "replaceAll(/[]+/gu, ' ')"],
        template('a brand that holds lines, headers or placeholders'),
      ),
      inServer(
        'C19-a-notice-with-a-name',
        'src/domains/messaging/model/render-notice.ts',
        [
          'subject: fill(template.subject, values)',
          'subject: `${fill(template.subject, values)} (${notice.template})`',
        ],
        template('times are formatted in the person’s time zone'),
      ),
    ],
    'a template with one does not load': [
      inServer(
        'C19-any-placeholder-loads',
        'src/domains/messaging/model/template-pack.ts',
        ['if (unknown !== undefined) throw', 'if (unknown === null) throw'],
        template('does not load'),
      ),
      inServer(
        'C19-a-stray-brace-loads',
        'src/domains/messaging/model/template-pack.ts',
        ["if (/[{}]/.test(text.replaceAll(/\\{[^{}]*\\}/g, '')))", 'if (false)'],
        template('does not load'),
      ),
      inServer(
        'C19-any-template-loads',
        'src/domains/messaging/model/template-pack.ts',
        ['if (extra !== undefined) throw', 'if (extra === null) throw'],
        template('does not load'),
      ),
    ],
    'A calendar file names the organization and nothing about care': [
      inServer(
        'C19-a-calendar-with-the-practitioner',
        'src/domains/scheduling/bookings/model/calendar-file.ts',
        ['description: text.description,', 'description: `${text.description} ${appointment.practitionerId}`,'],
        calendar('contains nothing that reveals health information'),
      ),
    ],
  },
}
