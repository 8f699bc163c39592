const types = ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'] as const

/** What this browser records a call as; undefined where it cannot record one. */
export const recordedType = (): string | undefined => {
  if (typeof MediaRecorder !== 'function' || !('captureStream' in HTMLCanvasElement.prototype)) return undefined
  return types.find((type) => MediaRecorder.isTypeSupported(type))
}
