import type { Translation } from '../core/message-types.ts'
import type { duringCallEn } from './during-call.en.ts'

export const duringCallEs: Translation<typeof duringCallEn> = {
  smallWindow: 'Su consulta, en una ventana pequeña',
  sending_both: 'Su cámara y su micrófono están encendidos.',
  sending_camera: 'Su cámara está encendida.',
  sending_microphone: 'Su micrófono está encendido.',
  sending_none: 'Su cámara y su micrófono están apagados.',
  sendingScreen: 'Está compartiendo su pantalla.',
  back: 'Volver a la consulta',
  elapsed: 'Tiempo desde que empezó la consulta',
  fullScreen: 'Pantalla completa',
  fullScreenEnd: 'Salir de pantalla completa',
  elsewhereHeading: 'Ya está en esta consulta',
  elsewhereText: 'Está en ella en otra ventana o en otro dispositivo suyo. Si la trae aquí, termina allí.',
  moveHere: 'Traer la consulta aquí',
  movedHeading: 'La consulta se movió',
  movedText: 'Está en ella en otra ventana o en otro dispositivo. Aquí su cámara y su micrófono están apagados.',
  takeBack: 'Traerla de nuevo aquí',
  stoppedHeading: 'La llamada se detuvo',
  stoppedText:
    'Se retiró un consentimiento que esta consulta necesita, por eso la llamada terminó para todos. Su cámara y su micrófono están apagados. La consulta sigue abierta.',
  stoppedNext:
    'Para seguir por video, lea el consentimiento y acéptelo de nuevo. O pida a la clínica otra forma de atención.',
  stoppedAgree: 'Leerlo de nuevo',
  stoppedByPatient:
    'El paciente retiró un consentimiento que esta consulta necesita, por eso la llamada terminó para todos. La consulta sigue abierta.',
  stoppedWait:
    'Si lo acepta de nuevo, usted podrá volver a entrar aquí. O termine la consulta y atiéndalo de otra forma.',
  emergency:
    'Esta visita empezó en una emergencia, antes de que usted pudiera aceptar la atención por video. Puede decir sí o no en cualquier momento.',
  readConsent: 'Leer el consentimiento',
  recordSpoken: 'Anotar una decisión hablada',
  emergencyByStaff:
    'Esta visita empezó en una emergencia, sin el consentimiento del paciente. Pregúntele en cuanto pueda decidir.',
}
