// A clip and a sound of three and two seconds that really play.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (name: string) => readFileSync(join(import.meta.dirname, 'sample-media', name))

/**
 * WebM, 192 × 108. Made by
 * `ffmpeg -f lavfi -i testsrc2=size=192x108:rate=12:duration=3 -f lavfi -i sine=frequency=330:duration=3
 *  -c:v libvpx -b:v 24k -g 12 -pix_fmt yuv420p -c:a libopus -b:a 12k clip.webm`.
 */
export const sampleClip = () => read('clip.webm')

/**
 * MP3, from soft to loud. Made by
 * `ffmpeg -f lavfi -i "sine=frequency=440:duration=2,volume='0.1+0.8*t/2':eval=frame"
 *  -c:a libmp3lame -b:a 24k -ac 1 -ar 16000 tone.mp3`.
 */
export const sampleTone = () => read('tone.mp3')
