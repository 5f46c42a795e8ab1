/** Keys, in lower case, that Hugo or a template of some generation of the theme reads. Others may be typing errors. */
export const knownKeys: ReadonlySet<string> = new Set(
  [
    'type layout sections url linktitle description keywords cascade build _build outputs resources translationkey',
    'iscjklanguage headless markup params lastmod modified images series menu menus sitemap title',
    'design announcement banner header image_preview cover gallery_item commentable hugoblox address_format locale cms_exclude',
    'name_pronunciation first_name last_name education work experience skills languages awards highlight_name',
    'user_groups status website authors gravatar schema postnominals ids weight graduation_year pronouns',
    'slides tags categories date time_start time_end publishdate url_project view toc all_day venue event course',
    'lecture_number topics abstract citation featured pinned links subtitle math diagram highlight share profile',
    'editable show_related pager reading_time show_date show_breadcrumb private external_link doi projects',
    'hide_date show_date_updated invert_pager backlinks edit_url seo content_meta tech_stack disqus_identifier disqus_url',
    'expirydate aliases image url_code url_pdf url_slides url_video url_source url_dataset url_poster',
  ]
    .join(' ')
    .split(' '),
)
