/** The texts of the report as a document. */
interface AccessReportWords {
  readonly title: string
  readonly pageLabel: string
  readonly from: string
  readonly to: string
  readonly beginning: string
  readonly only: string
  readonly all: string
  readonly sorted: string
  readonly ascending: string
  readonly descending: string
  readonly made: string
  readonly rows: string
  /** `{count}` is a number. */
  readonly cut: string
  readonly codes: string
  readonly none: string
  readonly when: string
  readonly who: string
  readonly what: string
  readonly result: string
  readonly technical: string
  readonly patient: string
  readonly onBehalfOf: string
  readonly address: string
  readonly origin: string
  readonly query: string
  readonly consents: string
}

const en: AccessReportWords = {
  title: 'Access report',
  pageLabel: 'Page {page} of {pages}',
  from: 'From',
  to: 'To',
  beginning: 'The beginning',
  only: 'Only rows with',
  all: 'All rows',
  sorted: 'Sorted by',
  ascending: 'ascending',
  descending: 'descending',
  made: 'Made on',
  rows: 'Rows',
  cut: 'These are the first {count} rows, and there are more. Choose a shorter time or one more filter to print the rest.',
  codes: 'Codes are those of the ledger. Patients are named by their id.',
  none: 'No row fits.',
  when: 'When',
  who: 'Who',
  what: 'What',
  result: 'Outcome and reason',
  technical: 'Operation, application, session, request, row, network, query, consents',
  patient: 'patient',
  onBehalfOf: 'for',
  address: 'from',
  origin: 'network',
  query: 'query',
  consents: 'permitted by consent',
}

const es: AccessReportWords = {
  title: 'Informe de accesos',
  pageLabel: 'Página {page} de {pages}',
  from: 'Desde',
  to: 'Hasta',
  beginning: 'El principio',
  only: 'Solo filas con',
  all: 'Todas las filas',
  sorted: 'Orden',
  ascending: 'ascendente',
  descending: 'descendente',
  made: 'Fecha del informe',
  rows: 'Filas',
  cut: 'Estas son las primeras {count} filas, y hay más. Elija un período más corto u otro filtro para imprimir el resto.',
  codes: 'Los códigos son los del registro. Los pacientes figuran con su identificador.',
  none: 'Ninguna fila coincide.',
  when: 'Cuándo',
  who: 'Quién',
  what: 'Qué',
  result: 'Resultado y motivo',
  technical: 'Operación, aplicación, sesión, solicitud, fila, red, consulta, consentimientos',
  patient: 'paciente',
  onBehalfOf: 'por',
  address: 'desde',
  origin: 'red',
  query: 'consulta',
  consents: 'permitido por el consentimiento',
}

/** The words of the language, and the language that they are in: English where there are none. */
export const accessReportWords = (
  language: string,
): { readonly language: string; readonly words: AccessReportWords } =>
  language.split('-')[0] === 'es' ? { language: 'es', words: es } : { language: 'en', words: en }
