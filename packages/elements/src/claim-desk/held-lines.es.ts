import type { Translation } from '../core/message-types.ts'
import type { heldLinesEn } from './held-lines.en.ts'

export const heldLinesEs: Translation<typeof heldLinesEn> = {
  loading: 'Cargando las líneas retenidas',
  heading: 'Líneas retenidas',
  hint: 'Lo que un pagador decidió y no se pudo registrar solo. Primero lo más antiguo.',
  reason: 'Motivo',
  reasonAny: 'Cualquier motivo',
  columnLine: 'Línea del pagador',
  columnPaidOn: 'Pagado el',
  columnCharge: 'Cargo',
  columnPaid: 'Pagado',
  columnWhy: 'Por qué espera',
  emptyHeading: 'No hay líneas retenidas',
  emptyText: 'Una línea aparece aquí cuando llega un pago que no corresponde a los reclamos de esta organización.',
  more: 'Mostrar más líneas',
  back: 'Todas las líneas retenidas',

  'claim-unknown': 'Reclamo desconocido',
  'charge-differs': 'Otro cargo',
  'already-adjudicated': 'Ya decidido',
  'claim-closed': 'Reclamo terminado',
  'nothing-to-reverse': 'Nada que retirar',
  'not-ours': 'No es paciente del pagador',
  predetermination: 'No es un pago',
  'patient-differs': 'Otro paciente',
  unbalanced: 'No cuadra',
  'payment-number-reused': 'Número ya usado',
  'written-off': 'Cancelado',
  'usage-differs': 'Prueba, no real',
  'receiver-differs': 'Otro destinatario',
  'payee-differs': 'Otro beneficiario',
  'payer-differs': 'Otro pagador',
  'payer-unknown': 'Pagador desconocido',
  unreadable: 'No se puede leer',
  'next-payer-answered': 'El otro pagador respondió',
  'next-payer-refused': 'El otro pagador lo rechazó',
  'next-payer-differs': 'No encaja con lo que espera',
  'payer-not-awaited': 'No se espera a este pagador',
  'forwarded-elsewhere': 'Reenviado a otro pagador',
  'why_claim-unknown':
    'El pagador nombra un reclamo que aquí no se conoce. Búsquelo por su importe y día, o pregunte al pagador de quién es.',
  'why_charge-differs':
    'El pagador decidió sobre un importe distinto del cargo. Busque el reclamo de ese importe, por ejemplo una corrección, o llame al pagador.',
  'why_already-adjudicated':
    'El reclamo ya estaba decidido y el pagador no lo ha retirado. Puede estar pagado dos veces: pregunte al pagador.',
  'why_claim-closed':
    'El reclamo fue reemplazado o retirado, así que ya no se paga nada por él. Registre la línea en el reclamo vigente, o pregunte al pagador.',
  'why_nothing-to-reverse':
    'El pagador retira algo que no se registró, o no por este importe. Busque el reclamo en el que se registró.',
  'why_not-ours': 'El pagador dice que el paciente no es suyo. No hay nada que registrar: revise la cobertura.',
  why_predetermination: 'El pagador dice lo que pagaría. No hay nada que registrar.',
  why_unbalanced: 'Los importes no cuadran, así que esto nunca se puede registrar. Pida al pagador un pago corregido.',
  'why_patient-differs':
    'El pagador nombra a otra persona que el paciente del reclamo con este número. Busque el reclamo de quien nombra, o pregunte al pagador.',
  'why_payment-number-reused': 'El pagador usó este número para otro pago. Si este es nuevo, regístrelo en su reclamo.',
  'why_written-off':
    'La cantidad pendiente se canceló. Deshaga la cancelación en el reclamo y registre después esta línea.',
  'why_usage-differs':
    'El archivo es una prueba y esta cuenta es real, o al revés. Nunca se puede registrar. Avise a la cámara de compensación.',
  'why_receiver-differs':
    'El archivo va dirigido a otro destinatario. Pregunte a la cámara de quién es. Si es suyo, confírmelo y regístrelo.',
  'why_payee-differs':
    'El pago es para otro NPI o número fiscal que el del reclamo. Devuelva el dinero, o confirme que es suyo y regístrelo.',
  'why_payer-differs':
    'El pago es de otro pagador que el del reclamo, o su nombre y sus números se contradicen. Si es la respuesta de un pagador posterior, anótela en el reclamo.',
  'why_payer-unknown':
    'No se conoce un pagador con este nombre y número. Si es el del reclamo, confírmelo y registre la línea.',
  why_unreadable:
    'Una parte de este reclamo no se puede leer, así que nunca se registrará aquí. Pida al pagador un pago corregido.',
  'why_next-payer-answered':
    'Otro pagador respondió sobre lo que dejó esta decisión. Deshaga esa respuesta en el reclamo y registre después esta línea.',
  'why_next-payer-refused':
    'El siguiente pagador no pagó nada, o dejó al paciente lo que Medicaid no puede dejar. Registre su respuesta a mano en el reclamo y marque después esta línea como resuelta en otro lugar.',
  'why_next-payer-differs':
    'El pagador respondió como si fuera otro en el orden de pagadores, o con más de lo que espera. Pregunte al pagador, o registre su respuesta a mano en el reclamo.',
  'why_payer-not-awaited':
    'El reclamo espera a otro pagador, o a ninguno. Registre en el reclamo la respuesta del pagador anterior y después esta línea. Si la cobertura no regía, devuelva el dinero.',
  'why_forwarded-elsewhere':
    'El pagador reenvió el reclamo a un pagador que aquí no se espera. Pregunte al paciente y agregue la cobertura. Después registre esta línea.',
  forwardedTo: 'El pagador lo reenvió a {payer}.',
  origin: 'Número del pagador: {payer}. Para el NPI {npi}, número fiscal {tax}. Dirigido a {receiver}, {usage}.',
  originTest: 'como prueba',
  originProduction: 'como pago real',
  originNone: 'ninguno',
  unreadableIn: 'No se puede leer en el segmento {segment}.',
  confirm: 'He comprobado que este pago es para este reclamo',
  confirmHint: 'Su pagador, beneficiario o destinatario no es el del reclamo.',
  confirmFirst: 'Confirme que el pago es para este reclamo, o márquelo como resuelto en otro lugar.',
  remember: 'Los pagos de {payer} con este número son del pagador del reclamo de ahora en adelante',

  lineHeading: 'Línea {number}',
  lineFrom: 'En el pago {number} de {payer}, pagado el {date}',
  paymentHeading: 'Pago de {payer}',
  payerNumber: 'El pagador lo llama {number}.',
  payerPatient: 'Paciente, según el pagador: {name}. Número de miembro: {number}.',
  nameMissing: 'sin nombre',
  numberMissing: 'ninguno',
  charged: 'Cargo',
  paid: 'Pagado por el pagador',
  patientOwes: 'Paciente',
  services: 'Sobre qué decidió el pagador',
  serviceOn: '{code} el {date}',

  candidates: 'Registrar en un reclamo',
  candidatesHint: 'Reclamos enviados con este cargo. Elija el que el pagador quiere decir.',
  noneFound: 'Ningún reclamo corresponde. Búsquelo por su número.',
  noneOfNumber: 'Ningún reclamo con este número puede ser el que el pagador quiere decir.',
  number: 'Número del reclamo',
  numberHint: 'Como aparece en el reclamo.',
  find: 'Buscar',
  candidate: 'Servicio del {date}, {payer}, {amount}',
  post: 'Registrar en este reclamo',
  posting: 'Registrando',
  posted: 'La línea se registró en el reclamo {number}.',
  chooseFirst: 'Elija un reclamo.',
  openClaim: 'Abrir el reclamo',

  aside: 'Resuelto en otro lugar',
  asideHint: 'Aquí no se mueve dinero. La línea queda cerrada.',
  asidePayment: 'Todo el pago se resolvió en otro lugar',
  asidePaymentHint: 'Aquí no se mueve dinero. Todas las líneas del pago quedan cerradas.',
  asideReason: 'Qué se hizo',
  asideNone: 'Elija',
  asideYes: 'Marcar como resuelto',
  asideChoose: 'Elija qué se hizo.',
  asideDone: 'Marcado como resuelto en otro lugar.',
  'done_other-system': 'Registrado en otro sistema',
  'done_payer-corrected': 'El pagador envió un pago corregido',
  done_returned: 'El dinero se devolvió al pagador',
  'done_not-ours': 'Es de otra organización',
  'done_no-money': 'No se movió dinero',
  resolutionMatched: 'Esta línea se registró a mano en el reclamo.',
  externalResolution: 'Esta línea se resolvió en otro lugar: {reason}.',

  problem_already_resolved: [
    'Alguien ya se ocupó de esto',
    'Usted no movió dinero.',
    'Vuelva a la lista para ver lo que aún espera.',
  ],
  problem_line_not_postable: [
    'Esta línea no se puede registrar en ese reclamo',
    'No se movió dinero.',
    'Elija otro reclamo, o márquela como resuelta en otro lugar.',
  ],
}
