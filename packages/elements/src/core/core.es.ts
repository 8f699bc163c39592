import type { coreEn } from './core.en.ts'
import type { coreProblems } from './core.problems.ts'
import type { Translation } from './message-types.ts'

export const coreEs: Translation<typeof coreEn & typeof coreProblems> = {
  tryAgain: 'Intentar de nuevo',
  newer: 'algo más nuevo que esta página',
  whoFor: '¿Para quién es?',
  patientAge: { one: '{count} año', other: '{count} años' },
  forWhom: 'Para {name}',
  patientLine: '{name}, nacimiento {date}',
  clinicPhone: 'Teléfono de la clínica: {phone}',
  problem_no_patient: [
    'No se eligió ningún paciente',
    'No se cambió nada.',
    'Elija un paciente en la página anterior y regrese.',
  ],
  reference: 'Referencia para la clínica: {id}',
  problem_unknown: ['Algo falló de nuestro lado', 'No se perdió nada.', 'Espere un momento e inténtelo de nuevo.'],
  problem_connection_failed: [
    'No pudimos comunicarnos con la clínica',
    'No se perdió nada.',
    'Revise su internet e inténtelo de nuevo.',
  ],
  problem_unavailable: [
    'El sistema de la clínica no responde',
    'No se perdió nada.',
    'Espere un minuto e inténtelo de nuevo. Si sigue, llame a la clínica.',
  ],
  problem_wrong_origin: [
    'Esta página no puede usar su sesión',
    'No se cambió nada.',
    'Abra la página de la clínica e inicie sesión allí.',
  ],
  problem_wrong_region: [
    'Esta página preguntó al sistema equivocado',
    'No se cambió nada.',
    'Llame a la clínica y diga lo que ve aquí.',
  ],
  problem_forbidden: [
    'Usted no tiene acceso a esto',
    'No se cambió nada.',
    'Si cree que debería tenerlo, llame a la clínica.',
  ],
  problem_purpose_not_permitted: [
    'Esto no está disponible para ese fin',
    'No se cambió nada.',
    'Si cree que debería estarlo, pregunte a su administrador.',
  ],
  problem_part_two_consent_missing: [
    'El paciente no ha aceptado que esto se envíe',
    'La visita trata del consumo de sustancias, por eso no se envió nada.',
    'Pida al paciente que firme el consentimiento en el portal y envíelo otra vez.',
  ],
  problem_part_two_outside_consent: [
    'El consentimiento del paciente no cubre esto',
    'La visita trata del consumo de sustancias, por eso no se envió nada.',
    'Pida al paciente que firme un consentimiento para este destinatario y este fin, y envíelo otra vez.',
  ],
  problem_part_two_no_place: [
    'La ley pide un aviso con esto, y no hay lugar para él',
    'La visita trata del consumo de sustancias, por eso no se envió nada.',
    'Llame a la aseguradora.',
  ],
  problem_part_two_no_room: [
    'La nota es demasiado larga para el aviso que la ley pide con ella',
    'La visita trata del consumo de sustancias, por eso no se envió nada.',
    'Acorte la nota y envíela otra vez.',
  ],
  problem_not_found: [
    'No pudimos encontrar esto',
    'No se cambió nada.',
    'Quizás cambió de lugar. Regrese y ábralo de nuevo.',
  ],
  problem_record_replaced: [
    'Este registro fue reemplazado',
    'No se reservó nada.',
    'Busque el otro registro de esta persona y reserve con él.',
  ],
  problem_minor_consent_not_allowed: [
    'La ley del estado del paciente no le permite consentir a solas',
    'No se reservó nada.',
    'Pregunte al paciente si sus padres pueden ver la consulta. Si es así, quite la marca y reserve de nuevo.',
  ],
  problem_not_assigned: [
    'Esto es de otro colega',
    'No se cambió nada.',
    'Pídale que se lo traspase, o cubra a su colega si no puede esperar.',
  ],
  problem_no_treatment_relationship: [
    'Usted no atiende a este paciente',
    'No se abrió nada.',
    'Pida que le agreguen al equipo de atención, o cubra a un colega que lo atiende.',
  ],
  problem_session_ended: ['Su sesión se cerró', 'Lo que guardó sigue ahí.', 'Inicie sesión de nuevo para continuar.'],
  problem_too_many: ['Demasiados intentos a la vez', 'No se perdió nada.', 'Espere un minuto e inténtelo de nuevo.'],
  problem_outside_proxy_scope: [
    'Su derecho a actuar por esta persona no incluye esto',
    'No se cambió nada.',
    'Pídale que lo haga, o llame a la clínica.',
  ],
  problem_invalid_request: [
    'Algo de lo que se escribió no es correcto',
    'No se perdió nada.',
    'Revise lo que escribió e inténtelo de nuevo.',
  ],
  problem_body_too_large: [
    'Es demasiado para enviarlo de una vez',
    'No se perdió nada.',
    'Hágalo más corto o más pequeño e inténtelo de nuevo.',
  ],
  problem_step_up_required: [
    'Confirme que es usted',
    'No se cambió nada.',
    'Inicie sesión otra vez e inténtelo de nuevo.',
  ],
  problem_strong_sign_in_required: [
    'Para esto debe entrar de forma más segura',
    'No se mostró ni se cambió nada.',
    'Vuelva a entrar con su aplicación, su clave de acceso o su llave.',
  ],
  problem_training_expired: [
    'Venció una capacitación que su función necesita',
    'No se mostró ni se cambió nada.',
    'Tómela y pida a quien registra las capacitaciones que la anote. Volverá a ver a los pacientes en minutos.',
  ],
}
