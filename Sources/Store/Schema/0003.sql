-- Where a group meets when it meets remotely.
ALTER TABLE course_group ADD COLUMN link TEXT CHECK (link GLOB 'https://?*');
