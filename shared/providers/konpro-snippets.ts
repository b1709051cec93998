// How KonPro's API takes an asset: pictures by their image key, sound and film by the asset ID.
import type { LibraryItem } from '../model/asset.ts'
import { valueNamed } from '../model/value-named.ts'
import type { ApiCall, NoCall, ProviderSnippets } from './asset-use.ts'

export const konproSnippets: ProviderSnippets = {
  keyVariable: 'KONPRO_API_KEY',
  auth: { header: 'x-api-key', scheme: null },
  url: { valueName: 'url', opensAnywhere: true },
  callWith: (asset) => {
    switch (asset.kind) {
      case 'image':
        return avatarLook(asset)
      case 'audio':
        return spokenVideo(asset)
      case 'video':
        return templateVideo(asset)
      case 'other':
        return { reason: 'KonPro has no call that takes this type of file.' }
    }
  },
}

/** KonPro docs, "Add Looks to Photo Avatar Group": the generation ID is left out for pictures that were uploaded. */
function avatarLook(asset: LibraryItem): ApiCall | NoCall {
  const imageKey = valueNamed(asset, 'image_key')
  if (imageKey === null)
    return {
      reason:
        'KonPro takes a picture by its image key, which only the answer to an upload tells. This one was not uploaded with Wharf.',
    }
  return {
    purpose: 'Adds the picture to a photo avatar group',
    path: '/v1/photo_avatar/avatar_group/add',
    body: { group_id: 'YOUR_GROUP_ID', image_keys: [imageKey], name: asset.name ?? 'New look' },
  }
}

/** KonPro docs, "Using Audio Sources as Voice". */
function spokenVideo({ primaryId }: LibraryItem): ApiCall {
  return {
    purpose: 'Lets an avatar speak with this sound',
    path: '/v1/video/generate',
    body: {
      video_inputs: [
        {
          character: { type: 'avatar', avatar_id: 'YOUR_AVATAR_ID', avatar_style: 'normal' },
          voice: { type: 'audio', audio_asset_id: primaryId },
        },
      ],
    },
  }
}

/** KonPro docs, "Replace Video in Template"; another page writes `templates` in the path. */
function templateVideo({ primaryId }: LibraryItem): ApiCall {
  return {
    purpose: 'Puts the video into a template',
    path: '/v1/template/YOUR_TEMPLATE_ID/generate',
    body: {
      title: 'YOUR_TITLE',
      variables: {
        YOUR_VARIABLE: {
          name: 'YOUR_VARIABLE',
          type: 'video',
          properties: { asset_id: primaryId, play_style: 'fit_to_scene', fit: 'contain' },
        },
      },
    },
  }
}
