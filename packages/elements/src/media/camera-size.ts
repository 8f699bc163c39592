/** The same before and in the call, which continues with the camera of the preview. */
export const cameraSize = { width: { ideal: 1280 }, height: { ideal: 720 } } as const satisfies MediaTrackConstraints
