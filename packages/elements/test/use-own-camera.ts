/**
 * Each page of tests has a camera of its own, and sees no other one. Chromium gives all pages that use one camera the same three buffers: a page
 * that does not return them takes the picture of every other page.
 */
const { enumerateDevices, getUserMedia } = MediaDevices.prototype
const page = Number(import.meta.env['VITEST_POOL_ID'] ?? 0)

const isCamera = ({ kind }: MediaDeviceInfo): boolean => kind === 'videoinput'

const ownCamera = async (devices: MediaDevices): Promise<MediaDeviceInfo | undefined> => {
  // The second one measures depth, which no call can send.
  const cameras = (await enumerateDevices.call(devices)).filter(isCamera).slice(2)
  return cameras[page % cameras.length]
}

MediaDevices.prototype.enumerateDevices = async function () {
  const [all, own] = await Promise.all([enumerateDevices.call(this), ownCamera(this)])
  return all.filter((device) => !isCamera(device) || device.deviceId === own?.deviceId)
}

MediaDevices.prototype.getUserMedia = async function (constraints) {
  const { video } = constraints ?? {}
  if (!video) return getUserMedia.call(this, constraints)
  const { deviceId } = (await ownCamera(this)) ?? {}
  const own = deviceId === undefined ? {} : { deviceId: { exact: deviceId } }
  return getUserMedia.call(this, { ...constraints, video: { ...own, ...(video === true ? {} : video) } })
}
