import type { Translation } from '../core/message-types.ts'
import type { roomRecordingEn } from './room-recording.en.ts'

export const roomRecordingEs: Translation<typeof roomRecordingEn> = {
  record: 'Grabar',
  stop: 'Detener la grabación',
  cancel: 'No grabar',
  asks: '{name} pide grabar esta consulta',
  asksText: 'Se graban la imagen y el sonido de todos los que están en la sala, cuando todos hayan aceptado.',
  asksStop: 'Puede detener la grabación en cualquier momento, con solo pulsar una vez.',
  asksConsent: 'Antes leerá el consentimiento.',
  agree: 'Aceptar',
  refuse: 'No grabar',
  answer: 'Responder',
  notYet: 'Todavía no se graba nada.',
  waits: 'Falta que acepte esta persona: {names}.',
  waitsForAll: 'Falta que acepten estas personas: {names}.',
  you: 'usted',
  began: 'Esta consulta se está grabando',
  ended: 'La grabación se detuvo. No se graba nada.',
  sending: 'La grabación no llega a la clínica. Seguimos intentándolo.',
  failed: 'Su navegador no pudo grabar. No se graba nada.',
  problem_visit_ended: ['Esta consulta terminó', 'No se cambió nada.', 'Puede cerrar esta página.'],
  problem_no_seat: ['Ya no está en la llamada', 'No se cambió nada.', 'Vuelva a entrar y pruebe otra vez.'],
  problem_recording_not_offered: [
    'Esta clínica no graba consultas',
    'No se cambió nada.',
    'Pida al administrador que active la grabación.',
  ],
  problem_recording_requested: ['Otro profesional ya lo pidió', 'No se cambió nada.', 'Responda a su petición.'],
  problem_recording_not_requested: [
    'Ya no hay una grabación que aceptar',
    'No se cambió nada.',
    'No tiene que hacer nada.',
  ],
  problem_consent_missing: [
    'Falta el consentimiento para grabar',
    'No se cambió nada.',
    'Lea el consentimiento y acéptelo, o pulse «No grabar».',
  ],
  problem_recording_paused: ['Entró alguien', 'No se perdió nada.', 'Espere a que acepte.'],
  problem_recording_full: ['Esta grabación está llena', 'No se perdió nada.', 'Espere la siguiente.'],
  problem_piece_out_of_order: ['Falta una parte de la grabación', 'El resto se conserva.', 'Espere la siguiente.'],
  problem_unsupported_attachment_type: [
    'Su navegador no pudo grabar',
    'No se cambió nada.',
    'Abra esta página en una versión actual de Chrome, Edge, Firefox o Safari.',
  ],
}
