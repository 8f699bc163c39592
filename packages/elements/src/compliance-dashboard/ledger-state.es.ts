import type { Translation } from '../core/message-types.ts'
import type { ledgerStateEn } from './ledger-state.en.ts'

export const ledgerStateEs = {
  intro: 'El servidor firma el registro de accesos cada minuto. Quien cambie después una línea rompe una firma.',
  signatures: 'Firmas',
  signed: 'Firmado',
  stopped: 'Detenido',
  signedLast: 'Firma {number}, {when}',
  signedNever: 'Todavía no hay nada firmado.',
  'fault_checkpoint-missing':
    'A la base de datos le falta una firma que está en el archivo de firmas. Se quitaron líneas o se restauró una copia anterior de la base de datos.',
  'fault_checkpoint-differs': 'La base de datos tiene otra firma que el archivo de firmas.',
  'fault_witness-newer':
    'A la base de datos le falta una firma que tiene el testigo. Se quitaron líneas o se restauró una copia anterior de la base de datos.',
  'fault_witness-differs': 'La base de datos tiene otra firma que el testigo.',
  stoppedText: 'Los accesos se siguen registrando. Ninguno se firma hasta que esto se aclare.',
  stoppedStep: 'Pida a quien opera el servidor que ejecute «audit verify» e informe de un incidente.',
  witness: 'Testigo',
  witnessText:
    'Otra parte guarda también las firmas, para que el dueño del servidor no pueda reemplazar el registro y sus firmas a la vez.',
  witness_agrees: 'Coincide',
  witness_unreachable: 'No responde',
  'witness_not-asked': 'Aún no consultado',
  witness_newer: 'Tiene más',
  witness_differs: 'No coincide',
  witnessNone: 'Ninguno',
  witnessNoneText: 'El dueño del servidor podría reemplazar el registro y sus firmas a la vez.',
  witnessNoneStep: 'Pida a quien opera el servidor que configure un testigo en otra parte.',
  witnessHas: 'Tiene la firma {number}.',
  witnessHasNone: 'Todavía no tiene ninguna firma.',
  witnessWaits: { one: 'Una firma lo espera.', other: '{count} firmas lo esperan.' },
  unreachableStep: 'Si sigue así una hora, pregunte a quien opera el servidor por qué no se llega al testigo.',
  lookAgain: 'Mirar de nuevo',
  noProof: 'Esto es lo que el servidor dice de sí mismo. «audit verify» lo prueba con un segundo programa.',
} satisfies Translation<typeof ledgerStateEn>
