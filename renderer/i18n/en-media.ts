// The words of thumbnails with the quick preview.

export const enMedia = {
  media: {
    noThumbnail: {
      image: 'Image that cannot be shown here',
      video: 'Video that cannot be shown here',
      audio: 'Audio that cannot be shown here',
      other: 'File',
    },
  },
  preview: {
    open: 'Quick preview',
    of: 'Preview of {name}',
    position: '{index} of {count}',
    previous: 'Previous',
    next: 'Next',
    actualSize: 'Show at 100 %',
    fit: 'Fit to window',
    picture: 'Picture at 100 %',
    nothing: 'This cannot be shown here',
    nothingLead:
      'The file is no longer where it was uploaded from, and the provider does not serve it now, or its format cannot be played on this computer.',
  },
} as const
