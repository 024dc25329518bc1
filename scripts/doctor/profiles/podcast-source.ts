export const APPLE = "Apple Podcasts, https://podcasters.apple.com/support/823-podcast-requirements";
export const PSP = "PSP-1, https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification";
