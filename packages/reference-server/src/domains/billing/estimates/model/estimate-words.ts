interface Terms {
  readonly amount: string
  readonly days: number
  readonly phone: string
}

const en = {
  title: 'Good faith estimate',
  pageLabel: 'Page {page} of {pages}',
  patient: 'Patient',
  birthDate: 'Date of birth',
  service: 'Service',
  asListed: 'As listed below',
  serviceOn: 'Date of service',
  notScheduled: 'Not scheduled yet',
  issuedOn: 'Date of this estimate',
  validUntil: 'Valid until',
  npi: 'NPI',
  notOnRecord: 'Not on record',
  biller: 'Billed by',
  billerNpi: 'NPI of the biller',
  taxId: 'Taxpayer identification number',
  office: 'Office',
  state: 'State where it is provided',
  diagnoses: 'Diagnosis codes',
  notKnown: 'Not known yet',
  code: 'Code',
  units: 'Units',
  charge: 'Expected charge',
  total: 'Total',
  notice: 'What you should know',
  notices: ({ amount, days, phone }: Terms): readonly string[] => [
    'This is what we expect today. The real services and charges may differ.',
    'Your practitioner may advise other care, such as lab tests or medicines. It is ordered apart and is not part of this estimate. You can ask for an estimate of it.',
    `If you are billed ${amount} or more above this estimate by one provider, you may dispute the bill within ${days} calendar days of the first bill. See www.cms.gov/nosurprises or call 1-800-985-3059. A dispute does not change the quality of your care.`,
    'This estimate is not a contract. You do not have to get the services from anyone named here.',
    `Keep a copy. Questions: ${phone}.`,
  ],
}
export type EstimateWords = typeof en

const es: EstimateWords = {
  title: 'Estimación de buena fe',
  pageLabel: 'Página {page} de {pages}',
  patient: 'Paciente',
  birthDate: 'Fecha de nacimiento',
  service: 'Servicio',
  asListed: 'Como se detalla abajo',
  serviceOn: 'Fecha del servicio',
  notScheduled: 'Aún sin fecha',
  issuedOn: 'Fecha de esta estimación',
  validUntil: 'Válida hasta',
  npi: 'NPI',
  notOnRecord: 'No consta',
  biller: 'Factura',
  billerNpi: 'NPI de quien factura',
  taxId: 'Número de identificación fiscal',
  office: 'Consultorio',
  state: 'Estado donde se presta',
  diagnoses: 'Códigos de diagnóstico',
  notKnown: 'Aún no se conocen',
  code: 'Código',
  units: 'Unidades',
  charge: 'Cargo previsto',
  total: 'Total',
  notice: 'Lo que debe saber',
  notices: ({ amount, days, phone }) => [
    'Esto es lo que prevemos hoy. Los servicios y los cargos reales pueden ser distintos.',
    'Su profesional puede recomendar otra atención, como análisis o medicinas. Se pide aparte y no forma parte de esta estimación. Puede pedir una estimación de ella.',
    `Si un proveedor le cobra ${amount} o más por encima de esta estimación, puede disputar la factura en los ${days} días calendario siguientes a la primera factura. Vea www.cms.gov/nosurprises o llame al 1-800-985-3059. Una disputa no cambia la calidad de su atención.`,
    'Esta estimación no es un contrato. No tiene que recibir los servicios de ninguna de las personas aquí nombradas.',
    `Guarde una copia. Preguntas: ${phone}.`,
  ],
}

const byLanguage: Readonly<Record<string, EstimateWords>> = { en, es }

/** Texts in the nearest available language, and that language. 45 CFR 149.610(e)(1)(iii) asks for one that the person understands. */
export const estimateWords = (language: string): { readonly language: string; readonly words: EstimateWords } => {
  const [base = 'en'] = language.split('-')
  const words = byLanguage[base]
  return words === undefined ? { language: 'en', words: en } : { language: base, words }
}
