import type { Translation } from '../core/message-types.ts'
import type { nextPayerEn } from './next-payer.en.ts'

export const nextPayerEs: Translation<typeof nextPayerEn> = {
  heading: 'Siguiente pagador',
  waits: '{amount} espera a {payer}',
  waitsText: 'El pagador anterior dejó esto al paciente. No está en su cuenta mientras {payer} no haya respondido.',
  waitsDo: 'Los reclamos a un segundo pagador no se envían desde aquí. Envíelo usted y registre a mano la respuesta.',
  post: 'Registrar la respuesta a mano',
  posting: 'Registrando',
  paid: 'Pagado por este pagador',
  discount: 'Descontado',
  patient: 'Dejado al paciente',
  amounts: 'Los tres importes deben sumar {amount}.',
  amountWrong: 'Escriba un importe, por ejemplo 15.00.',
  sumWrong: 'Los importes suman {sum}, no {amount}.',
  posted: 'La respuesta quedó registrada.',
  answered: 'Respondió el {date}',
  answeredText: 'Pagado {paid}, descontado {discount}, dejado al paciente {patient}.',
  undo: 'Deshacer esta respuesta',
  undone: 'La respuesta se deshizo. El importe espera de nuevo.',

  listHeading: 'Esperan al siguiente pagador',
  listHint: 'Lo que un pagador dejó a un paciente que tiene otra cobertura. No está en la cuenta del paciente.',
  columnClaim: 'Reclamo',
  columnDate: 'Día del servicio',
  columnPayer: 'Espera a',
  columnAmount: 'Importe',
  more: 'Mostrar más',

  problem_next_payer_not_awaited: [
    'Ya no se espera a este pagador',
    'Usted no movió dinero.',
    'Lea el reclamo de nuevo para ver qué cambió.',
  ],
  problem_next_payer_amounts_differ: [
    'Los importes no suman lo que espera',
    'No se movió dinero.',
    'Corrija los tres importes.',
  ],
  problem_balance_billing_prohibited: [
    'Medicaid no pagó nada, así que no se puede cobrar a su paciente',
    'No se movió dinero.',
    'Descuente el importe. Si la cobertura no regía ese día, termínela primero.',
  ],
}
