import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const command = 'src/cli/audit-export.ts'
const chosen = serverTest('cli/audit-export.test.ts', 'as CSV every column of the ledger is there')

const report = (name: string) => serverTest('domains/compliance/tests/access-report.test.ts', name)
const page = (name: string) => elementTest('src/privacy-desk/access-report.test.ts', name)
const store = 'src/domains/compliance/store/access-report.ts'

export const auditReport: Promised = {
  subject: 'C28',
  clauses: {
    'On the page of the privacy officer, for any period, filtered and sorted by each of its fields': [
      inServer(
        'C28-a-filter-is-ignored',
        store,
        ['rows = rows.where(isEqual(filter))', "if (filter.field !== 'operation') rows = rows.where(isEqual(filter))"],
        report('is filtered by'),
      ),
      inServer(
        'C28-the-period-is-ignored',
        store,
        ["rows.where('access.at', '<', new Date(to))", "rows.where('access.at', '>', new Date(0))"],
        report('is filtered by'),
      ),
      inServer(
        'C28-not-sorted',
        store,
        ['if (!isByTime) rows = rows.orderBy(', "if (isByTime && sort !== 'at') rows = rows.orderBy("],
        report('is sorted by'),
      ),
      inServer(
        'C28-pages-by-time-only',
        store,
        [
          "const isByTime = sort === 'at' || sort === 'id'",
          "const isByTime = sort === 'at' || sort === 'id' || after !== null",
        ],
        report('is sorted by'),
      ),
      inFile(
        'C28-the-page-leaves-out-filters',
        'packages/elements/src/privacy-desk/access-report-part.ts',
        ['      ...Object.fromEntries(this.#filters.map(({ field, value }) => [field, value])),\n', ''],
        page('the report is filtered by every recorded field'),
      ),
      inFile(
        'C28-the-page-does-not-sort',
        'packages/elements/src/privacy-desk/access-report-part.ts',
        ['      sort: this.#sort,\n', "      sort: 'at',\n"],
        page('the report is sorted by every recorded field'),
      ),
      inFile(
        'C28-a-field-cannot-be-chosen',
        'packages/elements/src/privacy-desk/report-fields.ts',
        ["=> field !== 'at')", "=> field !== 'at' && field !== 'sessionId')"],
        page('the report is filtered by every recorded field'),
      ),
    ],
    'with the network from which a request came, the consents that permitted it and the query of a search': [
      inServer(
        'C28-addresses-of-patients-unnamed',
        'src/domains/compliance/workflows/open-addresses.ts',
        ['(holder !== null && holder !== patientId)', "(holder !== null && holder === '')"],
        report('says from where a request came'),
      ),
      inServer(
        'C28-only-the-first-row-knows-the-network',
        'src/domains/compliance/store/referred-row.ts',
        ['first.id <= access.id', 'first.id = access.id'],
        report('says from where a request came'),
      ),
      inServer(
        'C28-a-consent-finds-nothing',
        store,
        ["= any(string_to_array(access.consents, ' '))", "= any(string_to_array(access.operation, ' '))"],
        report('says which consents permitted a visit'),
      ),
      inServer(
        'C28-only-the-first-row-has-the-query',
        'src/domains/compliance/store/referred-row.ts',
        ["access.action <> 'search' then", "access.action <> '' then"],
        report('says what was searched for'),
      ),
      inServer(
        'C28-printed-without-consents',
        'src/domains/compliance/presenters/access-report-document.ts',
        ['one.consents.length > 0 &&', 'one.consents.length < 0 &&'],
        report('is printed with all of it'),
      ),
      inFile(
        'C28-the-page-hides-the-address',
        'packages/elements/src/privacy-desk/report-rows.ts',
        ['? row.address', '? null'],
        page('a row says what permitted it'),
      ),
    ],
    'the same rows as a PDF': [
      inServer(
        'C28-the-document-has-other-rows',
        'src/domains/compliance/operations/get-access-report-pdf.ts',
        ['readAccessReport(query, {', 'readAccessReport({}, {'],
        report('is a document with the same rows'),
      ),
      inFile(
        'C28-the-document-is-of-everything',
        'packages/elements/src/privacy-desk/access-report-part.ts',
        ['reportPdf({ ...this.#query, language }', 'reportPdf({ language }'],
        page('the same report is saved as a PDF'),
      ),
    ],
    'reading it is recorded for each patient whose rows it shows, and printing it too': [
      inServer(
        'C28-a-printed-patient-is-not-recorded',
        'src/domains/compliance/operations/get-access-report-pdf.ts',
        ['if (patientId !== null) context.access.touch', "if (patientId === '') context.access.touch"],
        report('is recorded, for each patient'),
      ),
      inServer(
        'C28-reading-is-not-recorded-by-patient',
        'src/platform/http/access-rows.ts',
        [
          'const shown = patientsIn(result.body)',
          "const shown = exchange.route.id === 'listAccessReport' ? new Set<string>() : patientsIn(result.body)",
        ],
        report('is recorded, for each patient'),
      ),
    ],
    'by command, as CSV or FHIR, of any time and by the value of any recorded field': [
      inServer('C28-field-is-ignored', command, ['at < to && where.every', 'at < to || where.every'], chosen),
      inServer('C28-time-is-ignored', command, ['return from <= at && at < to', 'return at < to'], chosen),
      inServer(
        'C28-part-of-a-ledger',
        command,
        [
          'values.from !== undefined || values.to !== undefined || values.where !== undefined',
          'values.from !== undefined',
        ],
        serverTest('cli/audit-export.test.ts', 'a wrong argument is named with what to do'),
      ),
    ],
    'each export leaves a row for every organization': [
      inServer(
        'C28-export-leaves-no-row',
        command,
        ["    await recordForOrganizations(database, 'audit.export')\n", ''],
        serverTest('cli/audit-export.test.ts', 'each export leaves one row for every organization'),
      ),
    ],
    'a cell of a CSV file cannot run as a formula': [
      inServer(
        'C28-formulas-run',
        'src/platform/audit/formats/ledger-csv.ts',
        ["const safe = formulas.test(value) ? `'${value}` : value", 'const safe = value'],
        serverTest('platform/audit/formats/audit-event.test.ts', 'a cell of a CSV file cannot run as a formula'),
      ),
    ],
  },
}
